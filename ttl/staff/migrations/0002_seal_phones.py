from django.db import migrations

from ttl.staff import sealing


def seal(apps, schema_editor):
    for phone in apps.get_model("otp_totp", "TOTPDevice").objects.all():
        if not sealing.is_sealed(phone.key):
            phone.key = sealing.seal(bytes.fromhex(phone.key), phone.user_id)
            phone.save(update_fields=["key"])


def unseal(apps, schema_editor):
    for phone in apps.get_model("otp_totp", "TOTPDevice").objects.all():
        phone.key = sealing.unseal(phone.key, phone.user_id).hex()
        phone.save(update_fields=["key"])


class Migration(migrations.Migration):

    dependencies = [
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(seal, unseal),
    ]
