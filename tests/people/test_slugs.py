"""The name of a body as it stands in an address."""

import re

from flask import Flask

from minutes.people.slugs import RESERVED, slug_of, slug_of_body


def test_letters_digits_and_hyphens_are_left() -> None:
    assert slug_of("Rådet för AT/BT") == "radet-for-at-bt"


def test_a_number_is_put_behind_what_is_taken() -> None:
    assert slug_of("Rådet", {"radet", "radet-2"}) == "radet-3"


def test_a_common_or_taken_name_has_its_organisation_before_it() -> None:
    assert slug_of_body("Styrelsen", "Brf Eken") == "brf-eken-styrelsen"
    assert slug_of_body("Styrelsen", "") == "styrelsen"
    assert slug_of_body("Rådet", "Åsby kommun") == "radet"
    assert slug_of_body("Rådet", "Åsby kommun", {"radet"}) == "asby-kommun-radet"


def test_no_body_takes_the_address_of_a_page(app: Flask) -> None:
    assert slug_of("Beslut") == "beslut-2"
    parts = {
        rule.rule.split("/")[2]
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/protokoll/")
    }
    assert {each for each in parts if re.fullmatch("[a-z0-9-]+", each)} == RESERVED
