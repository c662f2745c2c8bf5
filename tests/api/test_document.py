"""The description of the API: valid, and kept to by every answer, whatever is asked."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import validate
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from minutes.api import document
from minutes.api.operations import OPERATIONS
from tests.api.conftest import Program
from tests.pages import Pages

EXAMPLES = 25  # of each operation
DOCUMENT = document.document(OPERATIONS, "/api/v1")


def test_the_document_is_valid_openapi() -> None:
    validate(DOCUMENT)


def test_it_is_served_and_can_be_kept(app: Flask) -> None:
    client = app.test_client()
    answer = client.get("/api/openapi.json")
    assert answer.json == DOCUMENT
    again = client.get("/api/openapi.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_page_leads_to_what_it_says_of_each_request(administrator: Pages) -> None:
    page = administrator.open("/api")
    links = page.xpath("//nav[@class='operations']//a")
    assert [each.get("href") for each in links] == [f"#{each.name}" for each in OPERATIONS]
    assert all(page.xpath(f"//h2[@id='{each.get('href')[1:]}']") for each in links)


def test_no_answer_may_have_a_key_that_is_not_described() -> None:
    answers = [each for each in DOCUMENT["components"]["schemas"].values() if "properties" in each]
    assert len(answers) > 10
    assert all(each["additionalProperties"] is False for each in answers)


@pytest.mark.slow
@pytest.mark.parametrize("name", [each.name for each in OPERATIONS])
def test_every_answer_is_as_the_document_says(app: Flask, program: Program, name: str) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    asked = schema.find_operation_by_id(name)
    key = {"Authorization": f"Bearer {program.token}"}

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
    @given(case=asked.as_strategy() | asked.as_strategy(GenerationMode.NEGATIVE))
    def ask(case: schemathesis.Case) -> None:
        # What a rule of ours refuses, as an empty file, no schema can tell.
        case.call_and_validate(headers=key, excluded_checks=[positive_data_acceptance])

    ask()


@pytest.mark.parametrize("name", [each.name for each in OPERATIONS if each.method == "GET"])
def test_what_exists_is_answered_as_the_document_says(
    app: Flask, program: Program, name: str
) -> None:
    asked = schemathesis.openapi.from_wsgi("/api/openapi.json", app).find_operation_by_id(name)
    parts = {each.name: 1 for each in asked.path_parameters}
    key = {"Authorization": f"Bearer {program.token}"}
    answer = asked.Case(path_parameters=parts).call_and_validate(headers=key)
    assert answer.status_code == 200
