"""The rules of OParl 1.1 as JSON Schemas, made of tables written from the published specification.

TYPES has for each type of object every property that the specification names, and what it is to
be: the properties marked with * are required, and so are `created` and `modified` of all objects
since 1.1. A property that the specification does not name needs a prefix of its own with a colon.
"""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SCHEMA = "https://schema.oparl.org/1.1/"

# url: an address; list: the address of an external list; a name: an object of that type.
EVERY = "id*:url type*:type created*:date-time modified*:date-time deleted:boolean license:text"
EVERY += " keyword:[text] web:url"
TYPES = {
    "System": "oparlVersion*:version otherOparlVersions:[url] license:url body*:list name:text"
    " contactEmail:text contactName:text website:url vendor:url product:url",
    "Body": "system:url shortName:text name*:text website:url license:url"
    " licenseValidSince:date-time oparlSince:date-time ags:text rgs:text equivalent:[url]"
    " contactEmail:text contactName:text organization*:list person*:list meeting*:list"
    " paper*:list legislativeTerm*:[LegislativeTerm] agendaItem*:list consultation*:list"
    " file*:list locationList*:list legislativeTermList*:list membership*:list"
    " classification:text location:Location mainOrganization:url",
    "LegislativeTerm": "body:url name:text startDate:date endDate:date",
    "Organization": "body:url name:text membership:[url] meeting:list consultation:list"
    " shortName:text post:[text] subOrganizationOf:url organizationType:text"
    " classification:text startDate:date endDate:date website:url location:Location"
    " externalBody:url memberCount:integer votingMemberCount:integer",
    "Person": "body:url name:text familyName:text givenName:text formOfAddress:text affix:text"
    " title:[text] gender:text phone:[text] email:[text] location:url locationObject:Location"
    " status:[text] membership:[Membership] image:File life:text lifeSource:text",
    "Membership": "person:url organization:url role:text votingRight:boolean startDate:date"
    " endDate:date onBehalfOf:url",
    "Meeting": "name:text meetingState:text cancelled:boolean start:date-time end:date-time"
    " location:Location organization:[url] participant:[url] invitation:File"
    " resultsProtocol:File verbatimProtocol:File auxiliaryFile:[File] agendaItem:[AgendaItem]",
    "AgendaItem": "meeting:url number:text order*:integer name:text public:boolean"
    " consultation:url result:text resolutionText:text resolutionFile:File"
    " auxiliaryFile:[File] start:date-time end:date-time",
    "Paper": "body:url name:text reference:text date:date paperType:text relatedPaper:[url]"
    " superordinatedPaper:[url] subordinatedPaper:[url] mainFile:File auxiliaryFile:[File]"
    " location:[Location] originatorPerson:[url] underDirectionOf:[url]"
    " originatorOrganization:[url] consultation:[Consultation]",
    "Consultation": "paper:url agendaItem:url meeting:url organization:[url]"
    " authoritative:boolean role:text",
    "File": "name:text fileName:text mimeType:text date:date size:integer sha1Checksum:text"
    " sha512Checksum:text text:text accessUrl*:url downloadUrl:url externalServiceUrl:url"
    " masterFile:url derivativeFile:[url] fileLicense:url meeting:[url] agendaItem:[url]"
    " person:url paper:[url]",
    "Location": "description:text geojson:object streetAddress:text room:text postalCode:text"
    " subLocality:text locality:text bodies:[url] organizations:[url] persons:[url]"
    " meetings:[url] papers:[url]",
}
URL = {"type": "string", "pattern": r"^https?://[^\s]+$"}
KINDS: dict[str, dict[str, Any]] = {
    "url": URL,
    "list": URL,
    "text": {"type": "string", "minLength": 1},
    "date": {"type": "string", "format": "date"},
    # RFC 3339 with the offset from UTC
    "date-time": {
        "type": "string",
        "format": "date-time",
        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
    },
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer", "minimum": 0},
    "object": {"type": "object"},
    "version": {"enum": [SCHEMA, "https://schema.oparl.org/1.0/"]},
}
VENDOR = {"^[A-Za-z][A-Za-z0-9]*:": {}}
DELETED = "id*:url type*:type created*:date-time modified*:date-time deleted*:deleted"
COUNTS = ("totalElements", "elementsPerPage", "currentPage", "totalPages")
LIST = {
    "type": "object",
    "required": ["data", "pagination", "links"],
    "properties": {
        "data": {"type": "array", "items": {"type": "object"}},
        "pagination": {
            "type": "object",
            "properties": dict.fromkeys(
                ("totalElements", "elementsPerPage", "currentPage", "totalPages"), KINDS["integer"]
            ),
            "additionalProperties": False,
        },
        "links": {
            "type": "object",
            "properties": dict.fromkeys(("first", "prev", "self", "next", "last", "web"), URL),
            "additionalProperties": False,
        },
    },
}
ERROR = {
    "type": "object",
    "required": ["type", "message"],
    "properties": {
        "type": {"const": f"{SCHEMA}Error"},
        "message": {"type": "string"},
        "debug": {"type": "string"},
    },
}


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of a type: an object as it stands, or what is left of one deleted."""
    whole, gone = _object(kind, f"{EVERY} {TYPES[kind]}"), _object(kind, DELETED)
    asked = {"properties": {"deleted": {"const": True}}, "required": ["deleted"]}
    return {"$id": f"{SCHEMA}{kind}", "if": asked, "then": gone, "else": whole}


def _object(kind: str, table: str) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required = []
    for entry in table.split():
        name, _, what = entry.partition(":")
        if name.endswith("*"):
            required.append(name.rstrip("*"))
        properties[name.rstrip("*")] = _value(kind, what)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "patternProperties": VENDOR,
        "additionalProperties": False,
    }


def _value(kind: str, what: str) -> dict[str, Any]:
    if what.startswith("["):
        return {"type": "array", "items": _value(kind, what[1:-1])}
    if what == "type":
        return {"const": f"{SCHEMA}{kind}"}
    if what == "deleted":
        return {"const": True}
    return {"$ref": f"{SCHEMA}{what}"} if what in TYPES else KINDS[what]


_REGISTRY: Registry[Any] = Registry().with_resources(
    (f"{SCHEMA}{kind}", Resource.from_contents(schema_of(kind), DRAFT202012)) for kind in TYPES
)
_VALIDATORS = {
    **{
        kind: Draft202012Validator(
            schema_of(kind), registry=_REGISTRY, format_checker=FormatChecker()
        )
        for kind in TYPES
    },
    "list": Draft202012Validator(LIST, format_checker=FormatChecker()),
    "error": Draft202012Validator(ERROR),
}


def faults(value: object, kind: str) -> Iterator[str]:
    """What the rules have against a value: an object of a type, a `list` or an `error`."""
    for each in _VALIDATORS[kind].iter_errors(value):
        yield f"{kind} {each.json_path}: {each.message}"
