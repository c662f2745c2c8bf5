from sqlmodel import Session, col, select

from minutes.people.queries import called_in_full
from minutes.people.tables import Body
from tests.builders import Builder


def test_a_body_is_called_with_its_organisation_where_its_name_lacks_it(session: Session) -> None:
    build = Builder(session)
    build.body("Styrelsen", "Brf Eken")
    build.body("Byalaget")
    build.body("Byalaget", "Byalaget Norrstrand")
    build.body("By", "Byalaget Norrstrand")
    build.body("Nämnden i Åbo kommun", "Åbo kommun")
    query = select(Body, called_in_full()).order_by(col(Body.id))
    found = [(body.full_name, said) for body, said in session.exec(query)]
    assert found == [
        ("Styrelsen, Brf Eken", "Styrelsen, Brf Eken"),
        ("Byalaget", "Byalaget"),
        ("Byalaget Norrstrand", "Byalaget Norrstrand"),
        ("By, Byalaget Norrstrand", "By, Byalaget Norrstrand"),
        ("Nämnden i Åbo kommun", "Nämnden i Åbo kommun"),
    ]
