"""The cache that all processes share, made harmless: while it fails, each process keeps its own."""

import logging
from collections.abc import Callable
from functools import wraps
from time import monotonic

import msgspec
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# How long one call may hold a page up; what is slow although it answers; and for how long a cache
# that was either is then left alone.
PATIENCE_SECONDS = 0.2
SLOW_SECONDS = 0.1
REST_SECONDS = 30.0
# Nothing is said before the first question, since each exchange would wait again.
CONNECTION = {
    "socket_timeout": PATIENCE_SECONDS,
    "socket_connect_timeout": PATIENCE_SECONDS,
    "protocol": 2,
    "driver_info": None,
}


class Plain:
    """Numbers as they are, so that they can be counted up; all else as MessagePack.

    Never pickle: whoever can write to the cache could then run code here.
    """

    def dumps(self, value: object) -> int | bytes:
        """Turn a value of plain types into what is stored."""
        return value if type(value) is int else msgspec.msgpack.encode(value)

    def loads(self, stored: bytes) -> object:
        """Turn what is stored into a value; rubbish is a `DecodeError`."""
        try:
            return int(stored)
        except ValueError:
            return msgspec.msgpack.decode(stored)


class Circuit:
    """Whether the shared cache is asked at all; one for the process, whatever its threads."""

    def __init__(self) -> None:
        self.rests_until = 0.0

    @property
    def is_open(self) -> bool:
        """Say whether the shared cache is being left alone."""
        return monotonic() < self.rests_until

    def rest(self, reason: str) -> None:
        """Leave the shared cache alone for a while."""
        self.rests_until = monotonic() + REST_SECONDS
        logger.warning("The shared cache is left alone for %d s: %s", REST_SECONDS, reason)


circuit = Circuit()


def or_alone(name: str) -> Callable[..., object]:
    """Ask the shared cache; when it fails in any way, ask this process's own memory instead."""
    shared, own = getattr(RedisCache, name), getattr(LocMemCache, name)

    @wraps(shared)
    def ask(self: "SharedCache", *args: object, **kwargs: object) -> object:
        if circuit.is_open:
            return own(self.alone, *args, **kwargs)
        began = monotonic()
        try:
            answer = shared(self, *args, **kwargs)
        except RedisError as error:
            # Away, silent, full, read-only or spoilt: the next call would fare no better.
            circuit.rest(type(error).__name__)
        except msgspec.DecodeError:
            logger.warning("The shared cache holds something that is not ours.")
        else:
            if monotonic() - began > SLOW_SECONDS:
                circuit.rest("slow")
            return answer
        return own(self.alone, *args, **kwargs)

    return ask


class SharedCache(RedisCache):
    """Redis or Valkey, of which nothing that a page needs may depend."""

    def __init__(self, server: str, params: dict) -> None:
        super().__init__(server, params | {"OPTIONS": CONNECTION | {"serializer": Plain}})
        self.alone = LocMemCache("alone", params)

    add = or_alone("add")
    get = or_alone("get")
    set = or_alone("set")
    touch = or_alone("touch")
    delete = or_alone("delete")
    get_many = or_alone("get_many")
    has_key = or_alone("has_key")
    incr = or_alone("incr")
    set_many = or_alone("set_many")
    delete_many = or_alone("delete_many")
    clear = or_alone("clear")
