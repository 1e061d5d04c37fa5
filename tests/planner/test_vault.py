"""The vault: what it seals opens with the right link, row and secret, and with nothing else."""

import secrets
from dataclasses import replace

import pytest

from planner import vault

OLD = {"1": "an old secret"}
NEW = {"2": "a new secret", "1": "an old secret"}
TOKEN = "0123456789-_abcdefghijklmnopqrstuvwxyzABCDE"
UID = bytes(range(16))


def make_key(token=TOKEN, uid=UID, secrets=OLD):
    return vault.Key(token=token, uid=uid, secrets=secrets)


def vars_of(wrapped):
    return {"wrapped_key": wrapped.wrapped_key, "key_version": wrapped.key_version}


def is_rejected(key, sealed):
    try:
        key.unseal(sealed)
    except vault.Unreadable:
        return True
    return False


def flips(stored):
    """Every copy of some bytes in which one byte has one bit turned over."""
    for place, byte in enumerate(stored):
        yield stored[:place] + bytes([byte ^ 1]) + stored[place + 1 :]


def test_every_token_is_new_and_fits_the_address():
    tokens = {vault.new_token() for _ in range(1_000)}

    assert len(tokens) == 1_000
    assert {len(token) for token in tokens} == {43}


def test_what_is_sealed_opens_again():
    payload = secrets.token_bytes(9_000)

    assert make_key().unseal(make_key().seal(payload)) == payload


def test_a_plan_sealed_by_the_first_release_opens_for_ever():
    sealed = vault.Sealed(
        wrapped_key=bytes.fromhex(
            "456aadb953e2a16ceb9e346b99e358d7e1344f8ac23d1d67c3608080f7fc"
            "a2baec4855806d8fe068278418e8cf4ea56c685e4b26d7e8713b7d8dfa10"
        ),
        key_version="1",
        payload=bytes.fromhex(
            "f1d5ac15df66fe66598d46601af0300c28a8a00f9a61b0864cc89f6e06b6"
            "b91f40e1b630cd3bfcad5b0511f05382c97a42ce0fab994c75"
        ),
    )

    assert make_key().unseal(sealed) == b"two sessions a week"


def test_a_plan_whose_key_has_two_layers_opens_for_ever():
    sealed = vault.Sealed(
        wrapped_key=bytes.fromhex(
            "819e6abf1e0a7f6d24743961f901828a36265554bb31c6be2c80abe27a3f"
            "a70190ed1c7d7c93ec380ff14c8e8bc9ea0399f003295c0cf8afcc5f998e"
            "c2b0a2509be3621c9ea5f2a251348d3745f3675962dcd5bd841d0943"
        ),
        key_version="1",
        payload=bytes.fromhex(
            "d923cf5206ebdef544040c4d8b3997b33b215b35145b01e6681b8d759a7a"
            "2a0b47e15ce2a1f50e5f14ac35396cb5c2ccae1b66a2a9ed7a"
        ),
    )

    assert make_key().unseal(sealed) == b"two sessions a week"


def test_the_outer_layer_changes_without_the_link_and_the_plan_opens_by_the_new_secret_alone():
    sealed = make_key(secrets=OLD).seal(b"two sessions a week")

    newer = vault.OuterKey(uid=UID, secrets=NEW).rewrap(sealed)

    assert newer.key_version == "2"
    only_new = make_key(secrets={"2": "a new secret"})
    assert only_new.unseal(sealed, newer) == b"two sessions a week"
    assert is_rejected(make_key(secrets={"2": "an old secret"}), replace(sealed, **vars_of(newer)))


def test_who_has_every_secret_and_no_link_gets_no_data_key():
    sealed = make_key().seal(b"two sessions a week")

    inner = vault.OuterKey(uid=UID, secrets=OLD).unwrap(sealed)

    assert len(inner) == vault.FIRST_FORM_BYTES
    for stranger in (vault.new_token() for _ in range(100)):
        assert is_rejected(make_key(token=stranger), sealed)


def test_the_outer_layer_of_one_use_or_row_is_rejected_in_another():
    sealed = make_key().seal(b"two sessions a week")
    own = vault.OuterKey(uid=UID, secrets=OLD)

    for other in (replace(own, use=vault.Use.SHARE), replace(own, uid=bytes(16))):
        with pytest.raises(vault.Unreadable):
            other.unwrap(sealed)


def test_a_token_finds_its_row_in_every_release():
    found = vault.lookup(TOKEN).hex()

    assert found == "434f835b232b3370298d6a95092da2f7baf46df40a80f863b5c9575b8b8e3bca"


def test_one_payload_sealed_twice_looks_different():
    first, second = make_key().seal(b"same"), make_key().seal(b"same")

    assert first.wrapped_key != second.wrapped_key
    assert first.payload != second.payload


@pytest.mark.parametrize("column", ["wrapped_key", "payload"])
def test_every_flipped_byte_is_rejected(column):
    sealed = make_key().seal(b"two sessions a week")
    altered = [replace(sealed, **{column: stored}) for stored in flips(getattr(sealed, column))]

    rejected = [sealed for sealed in altered if is_rejected(make_key(), sealed)]

    assert len(altered) in {vault.WRAPPED_KEY_BYTES, 28 + vault.STEP_BYTES}
    assert rejected == altered


@pytest.mark.parametrize("column", ["wrapped_key", "payload"])
def test_every_cut_is_rejected(column):
    sealed = make_key().seal(b"two sessions a week")
    stored = getattr(sealed, column)
    cut = [replace(sealed, **{column: stored[:length]}) for length in range(len(stored))]

    assert [sealed for sealed in cut if not is_rejected(make_key(), sealed)] == []


def test_a_changed_key_version_is_rejected_even_under_one_secret():
    same = {"1": "an old secret", "2": "an old secret"}
    sealed = make_key(secrets={"1": "an old secret"}).seal(b"two sessions a week")

    assert is_rejected(make_key(secrets=same), replace(sealed, key_version="2"))


def test_every_flipped_byte_of_the_row_uid_is_rejected():
    sealed = make_key().seal(b"two sessions a week")

    rejected = [uid for uid in flips(UID) if is_rejected(make_key(uid=uid), sealed)]

    assert len(rejected) == len(UID)


def test_every_token_altered_by_one_character_is_rejected():
    sealed = make_key().seal(b"two sessions a week")
    altered = [TOKEN[:place] + "~" + TOKEN[place + 1 :] for place in range(len(TOKEN))]

    assert [token for token in altered if not is_rejected(make_key(token=token), sealed)] == []


def test_a_payload_moved_to_another_record_is_rejected():
    mine, other = make_key().seal(b"mine"), make_key().seal(b"other")

    assert is_rejected(make_key(), replace(mine, payload=other.payload))
    assert is_rejected(make_key(), replace(mine, wrapped_key=other.wrapped_key))


def test_the_wrong_secret_opens_nothing():
    tokens = [vault.new_token() for _ in range(100)]
    sealed = {token: make_key(token=token).seal(b"two sessions a week") for token in tokens}
    wrong = {"1": "another secret"}

    opened = [t for t in tokens if not is_rejected(make_key(token=t, secrets=wrong), sealed[t])]

    assert opened == []


def test_an_old_secret_still_opens_after_a_new_one_came():
    sealed = make_key(secrets=OLD).seal(b"two sessions a week")

    assert make_key(secrets=NEW).unseal(sealed) == b"two sessions a week"


def test_saving_again_moves_a_record_to_the_newest_secret():
    sealed = make_key(secrets=OLD).seal(b"first")

    saved = make_key(secrets=NEW).reseal(sealed, b"second")

    assert saved.key_version == "2"
    assert make_key(secrets={"2": "a new secret"}).unseal(saved) == b"second"


def test_saving_again_keeps_the_data_key():
    first = make_key().seal(b"first")

    second = make_key().reseal(first, b"second")

    assert make_key().unseal(replace(second, wrapped_key=first.wrapped_key)) == b"second"


def test_a_missing_secret_is_named_by_its_version():
    sealed = make_key(secrets=OLD).seal(b"two sessions a week")

    with pytest.raises(vault.UnknownKeyVersion, match="key version '1'"):
        make_key(secrets={"2": "a new secret"}).unseal(sealed)


def test_sizes_fall_in_a_few_steps():
    sizes = {
        len(make_key().seal(secrets.token_bytes(length)).payload) for length in range(0, 12_000, 7)
    }

    assert sizes == {28 + 4_096, 28 + 8_192, 28 + 12_288}


def test_a_key_printed_by_mistake_shows_no_secret():
    shown = repr(make_key())

    assert TOKEN not in shown
    assert OLD["1"] not in shown


def test_a_key_wrapped_for_one_use_opens_for_no_other():
    sealed = make_key().seal(b"two sessions a week")
    keys = {use: replace(make_key(token="another token"), use=use) for use in vault.Use}

    for use, key in keys.items():
        wrapped = make_key().wrap_for(key, sealed)
        assert key.unseal(sealed, wrapped) == b"two sessions a week"
        for other in set(vault.Use) - {use}:
            with pytest.raises(vault.Unreadable):
                keys[other].unseal(sealed, wrapped)


def test_one_token_is_found_under_another_hash_for_each_use():
    assert len({vault.lookup(TOKEN, use) for use in vault.Use}) == len(vault.Use)
    assert vault.lookup(TOKEN) == vault.lookup(TOKEN, vault.Use.PLAN)
