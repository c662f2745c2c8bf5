"""The description of the API as an OpenAPI document, made of the declared operations. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from minutes.api.models import Problem
from minutes.api.operations import JSON, Operation
from minutes.api.problems import MEDIA_TYPE, TITLES
from minutes.people.api_tokens import SCOPE_WORDS

VERSION = "1.0.0"
REF = "#/components/schemas/{model}"
ALWAYS = (400, 401, 403, 503)  # what any operation may be refused with
ETAG = {
    "description": "Versionen av det som svaret visar.",
    "schema": {"type": "string"},
}
ABOUT = (
    "Läs möten, beslut och åtgärder, ändra hur åtgärder står och läs in protokoll. Varje anrop "
    "bär en nyckel: Authorization: Bearer minutes_…. Nyckeln får göra det som dess ägare får, "
    "inom det som den är gjord för. Fel besvaras enligt RFC 9457."
)


def document(operations: Iterable[Operation], server: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the operations, which are found at the address `server`."""
    operations = list(operations)
    paths: dict[str, Any] = {}
    for each in operations:
        path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", each.path)
        paths.setdefault(path, {})[each.method.lower()] = _operation(each)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Minutes", "version": VERSION, "description": ABOUT},
        "servers": [{"url": server}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(operations),
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(each: Operation) -> dict[str, Any]:
    refusals = sorted({*ALWAYS, *each.refusals, *_of_input(each)})
    made: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.summary,
        "parameters": [*_of_path(each.path), *_of_query(each.query), *_of_headers(each)],
        "responses": {
            str(each.status): {
                "description": "Svaret.",
                "headers": {"ETag": ETAG},
                "content": {JSON: {"schema": _ref(each.answer)}},
            },
            **{str(status): _refusal(status) for status in refusals},
        },
    }
    if each.method == "GET":
        made["responses"]["304"] = {"description": "Oförändrat sedan If-None-Match."}
    if each.scope is not None:
        made["description"] = f"Nyckeln ska gälla för: {SCOPE_WORDS[each.scope].lower()}."
    if isinstance(each.body, str):
        made["requestBody"] = {"required": True, "content": {each.body: {"schema": {}}}}
    elif each.body is not None:
        made["requestBody"] = {
            "required": True,
            "content": {JSON: {"schema": _ref(each.body)}},
        }
    return made


def _of_input(each: Operation) -> Iterator[int]:
    if each.query or each.body:
        yield 422
    if each.body:
        yield from (413, 415)


def _refusal(status: int) -> dict[str, Any]:
    return {"description": str(TITLES[status]), "content": {MEDIA_TYPE: {"schema": _ref(Problem)}}}


def _of_path(path: str) -> Iterator[dict[str, Any]]:
    for name in re.findall(r"<int:(\w+)>", path):
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": "Dess id, som i listan.",
            "schema": {"type": "integer", "minimum": 0, "maximum": 999_999_999},
        }


def _of_query(query: type[BaseModel] | None) -> Iterator[dict[str, Any]]:
    if query is None:
        return
    schema = query.model_json_schema(ref_template=REF)
    for name, part in schema["properties"].items():
        description = part.pop("description", "")
        # Null cannot be written in an address: what is left out is null.
        [kept] = [each for each in part.pop("anyOf", [part]) if each.get("type") != "null"]
        yield {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "description": description,
            "schema": {key: value for key, value in kept.items() if key != "title"},
        }


def _of_headers(each: Operation) -> Iterator[dict[str, Any]]:
    if 412 in each.refusals:
        yield {
            "name": "If-Match",
            "in": "header",
            "required": False,
            "description": "ETag för den version som ska ändras.",
            "schema": {"type": "string"},
        }


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REF.format(model=model.__name__)}


def _schemas(operations: list[Operation]) -> dict[str, Any]:
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [(Problem, "serialization")]
    for each in operations:
        wanted.append((each.answer, "serialization"))
        if each.query is not None:
            wanted.append((each.query, "validation"))  # for the words that its parts refer to
        if each.body is not None and not isinstance(each.body, str):
            wanted.append((each.body, "validation"))
    _, made = models_json_schema(list(dict.fromkeys(wanted)), ref_template=REF)
    asked = {each.query.__name__ for each in operations if each.query is not None}
    return {name: schema for name, schema in made["$defs"].items() if name not in asked}
