"""Results cached in the instance they belong to, for immutable objects that are asked the same often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache, partial
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

S = TypeVar("S")
P = ParamSpec("P")
T = TypeVar("T")


class cached_method(Generic[S, P, T]):  # noqa: N801 (a decorator, like functools.cached_property)
    """A method whose results are cached by its arguments, as long as its instance lives.

    Arguments must be hashable. The cache lies in the instance's ``__dict__``, so that it ends with the
    instance; a class with slots cannot have one.
    """

    def __init__(self, method: Callable[Concatenate[S, P], T]) -> None:
        self.method = method
        self.__doc__ = method.__doc__
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: S, owner: type) -> Callable[P, T]:
        cached: Callable[P, T] = cache(partial(self.method, instance))  # type: ignore[assignment]
        instance.__dict__[self._name] = cached
        return cached


def uncached_state(instance: Any) -> dict[str, object]:
    """Return the fields of a dataclass without what it caches: to be its ``__getstate__`` for pickling."""
    return {field.name: getattr(instance, field.name) for field in fields(instance)}
