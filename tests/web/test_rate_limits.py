"""Readers are answered; what reads everything is asked to wait, in Swedish."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from minutes.app import create_app
from minutes.settings import Settings
from minutes.web.rate_limits import Buckets, Rate
from tests.pages import Pages, checked, text_of

CRAWLER = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, page_rate=1)  # sixty at once


def statuses(pages: Pages, path: str, times: int, address: str = "192.0.2.7") -> list[int]:
    environ = {"REMOTE_ADDR": address}
    found = [pages.get(path.format(number), environ_overrides=environ) for number in range(times)]
    return [each.status_code for each in found]


def until_refused(pages: Pages, path: str, address: str) -> int:
    """How many are answered before the first that is not: more on a slow machine."""
    for number in range(1_000):
        environ = {"REMOTE_ADDR": address.format(f"{number:x}")}
        if pages.get(path.format(number), environ_overrides=environ).status_code == 429:
            return number
    raise AssertionError("nobody was asked to wait")


def test_a_bucket_is_filled_again_as_time_goes() -> None:
    now = [0.0]
    bucket = Buckets(Rate(2, 0.5), lambda: now[0])
    assert [bucket.wait("a") for _ in range(3)] == [0, 0, 2]
    assert bucket.wait("b") == 0
    now[0] = 1.0
    assert bucket.wait("a") == 1
    now[0] = 2.0
    assert [bucket.wait("a"), bucket.wait("a")] == [0, 2]
    now[0] = 1_000.0
    assert [bucket.wait("a") for _ in range(3)] == [0, 0, 2]


def test_who_guesses_one_address_after_the_other_is_asked_to_wait(anonymous: Pages) -> None:
    assert until_refused(anonymous, "/protokoll/x/{}", "192.0.2.7") >= 60
    while (answer := anonymous.get("/protokoll/y", environ_overrides=CRAWLER)).status_code == 404:
        pass  # one more had come into the bucket
    assert 1 <= int(answer.headers["Retry-After"]) <= 2
    assert "Försök igen om" in text_of(checked(answer, "/protokoll", 429))
    other = statuses(anonymous, "/protokoll/largruppen/2026-01-{:02}", 1, "192.0.2.8")
    assert other == [404]


def test_what_is_kept_may_be_read_by_everybody_at_any_rate(anonymous: Pages) -> None:
    assert set(statuses(anonymous, "/protokoll", 100)) == {200}


def test_searching_and_signing_up_are_tighter(anonymous: Pages) -> None:
    found = statuses(anonymous, "/protokoll/sok?q=ord{}", 8)
    assert (found[:6], found[-1]) == ([200] * 6, 429)
    assert statuses(anonymous, "/protokoll/data", 1) == [200]
    tries = [
        anonymous.post_without_token(
            "/protokoll/prenumerera",
            {"epost": "fel"},
            headers={"Origin": "http://localhost"},
            environ_overrides=CRAWLER,
        ).status_code
        for _ in range(6)
    ]
    assert tries == [422] * 5 + [429]


def test_a_household_has_one_bucket_of_ipv6(anonymous: Pages) -> None:
    assert until_refused(anonymous, "/protokoll/x/{}", "2001:db8::{}") >= 60
    assert statuses(anonymous, "/protokoll/x/1", 1, "2001:db8:0:1::1") == [404]


def test_the_machine_itself_is_not_limited_without_a_known_proxy(anonymous: Pages) -> None:
    assert set(statuses(anonymous, "/protokoll/x/{}", 70, "127.0.0.1")) == {404}


@pytest.fixture
def unlimited(settings: Settings) -> Iterator[Flask]:
    app = create_app(replace(settings, page_rate=0))
    yield app
    app.extensions["engine"].dispose()


def test_there_may_be_no_limit(unlimited: Flask) -> None:
    assert set(statuses(Pages(unlimited), "/protokoll/x/{}", 70)) == {404}
