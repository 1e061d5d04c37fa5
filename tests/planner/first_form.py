"""Plans as they were sealed before keys had two layers."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from planner.models import PrivatePlan
from planner.vault import KEY_BYTES, NONCE_BYTES, Use


def wrap_as_at_first(data_key, token, uid, server_secrets, use=Use.PLAN):
    """Wrap a data key once, under the link and the server's secret together."""
    [(version, secret)] = server_secrets.items()
    label = f"ttl/{use}/wrapping/1".encode()
    key = HKDF(SHA256(), KEY_BYTES, salt=secret.encode(), info=label).derive(token.encode())
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data_key, label + uid + version.encode())


def seal_as_at_first(payload, server_secrets):
    """Make a plan whose key has one layer, and give its link."""
    token = PrivatePlan.objects.start(payload)
    plan = PrivatePlan.objects.get()
    data_key = plan.key(token)._data_key(plan.sealed)
    plan.wrapped_key = wrap_as_at_first(data_key, token, plan.uid.bytes, server_secrets)
    plan.save()
    return token
