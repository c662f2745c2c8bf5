"""What WeasyPrint leaves undone in a tagged PDF: signature fields, table headings, artifacts.

It renders a text field where we want a signature field, writes no scope on table headings,
leaves what repeats on each page outside of the tags without saying that it is decoration, and
names only one standard.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf

UA = "http://www.aiim.org/pdfua/ns/id/"
_OF_TEXT_FIELDS = ("/DA", "/AP", "/V", "/DV", "/MaxLen", "/Q", "/MK", "/Ff")
_OF_TEXT_FORMS = ("/NeedAppearances", "/DR", "/DA")
_SIGNATURES_EXIST = 1

pikepdf.models.metadata.PdfMetadata.register_xml_namespace(UA, "pdfuaid")


def finish(drawn: bytes) -> bytes:
    """The file as it is to be handed out."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _make_signature_fields(pdf)
        used: dict[tuple[int, int], set[int]] = {}
        for element, where in _elements(pdf.Root.StructTreeRoot, None):
            _mend_element(element)
            _note_content(element, where, used)
        fonts: set[str] = set()
        for page in pdf.pages:
            if "/Annots" in page:
                page.obj.Tabs = Name.S  # in the order of the structure
            fonts |= _mend_content(pdf, page, used.get(page.obj.objgen, set()))
        for page in pdf.pages:
            _drop_fonts(page, fonts)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata[f"{{{UA}}}part"] = "1"
        finished = io.BytesIO()
        del pdf.trailer.ID  # a random one; the same document is to be the same file
        pdf.save(
            finished,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return finished.getvalue()


def _make_signature_fields(pdf: Pdf) -> None:
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return
    for field in form.Fields:
        for key in _OF_TEXT_FIELDS:
            if key in field:
                del field[key]
        x0, y0, x1, y1 = (float(number) for number in field.Rect)
        field.Rect = Array([min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)])
        field.FT = Name.Sig
        empty = pdf.make_stream(b"")
        empty.Type, empty.Subtype = Name.XObject, Name.Form
        empty.BBox, empty.Resources = Array([0, 0, abs(x1 - x0), abs(y1 - y0)]), Dictionary()
        field.AP = Dictionary(N=empty)
    for key in _OF_TEXT_FORMS:
        if key in form:
            del form[key]
    form.SigFlags = _SIGNATURES_EXIST


_Number = tuple[int, int]  # of an object


def _elements(node: Object, page: _Number | None) -> Iterator[tuple[Object, _Number | None]]:
    """Each element of the structure with the page that it stands on."""
    page = node.Pg.objgen if "/Pg" in node else page
    if "/S" in node:
        yield node, page
    for kid in _kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _elements(kid, page)


def _kids(node: Object) -> list[Object]:
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _mend_element(element: Object) -> None:
    kids = element.get("/K")
    if Name.Form == element.S and isinstance(kids, Array) and len(kids) == 1:
        # A later signature may change a field only where it is the element's one kid.
        element.K = kids[0]
    if element.S == Name.TH:
        in_head = _first_row(element)
        element.A = Dictionary(O=Name.Table, Scope=Name.Column if in_head else Name.Row)


def _first_row(cell: Object) -> bool:
    """Whether all cells of the row are headings."""
    return all(kid.S == Name.TH for kid in _kids(cell.P) if isinstance(kid, Dictionary))


def _note_content(
    element: Object, page: tuple[int, int] | None, used: dict[tuple[int, int], set[int]]
) -> None:
    """Which numbered pieces of each page's content the structure speaks of."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary):
            if kid.get("/Type") == Name.MCR:
                where = kid.Pg.objgen if "/Pg" in kid else page
                if where is not None:
                    used.setdefault(where, set()).add(int(kid.MCID))
        elif page is not None:
            used.setdefault(page, set()).add(int(kid))


def _mend_content(pdf: Pdf, page: pikepdf.Page, spoken_of: set[int]) -> set[str]:
    """Mark what the structure does not speak of as decoration; the fonts that are used."""
    instructions, fonts = [], set()
    for instruction in pikepdf.parse_content_stream(page):
        operator, said = instruction.operator, list(instruction.operands)
        if operator == Operator("BDC") and _number_of(said[1]) not in (None, *spoken_of):
            said = [Name.Artifact, Dictionary(Type=Name.Pagination)]
        if operator == Operator("Tf"):
            fonts.add(str(said[0]))
        instructions.append((said, operator))
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    return fonts


def _drop_fonts(page: pikepdf.Page, used: set[str]) -> None:
    """Drop the fonts that only stood there for the fields; the pages may share their list."""
    known = page.obj.Resources.get("/Font", Dictionary())
    for name in list(known.keys()):
        if name not in used:
            del known[name]


def _number_of(properties: Object) -> int | None:
    if isinstance(properties, Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    return None
