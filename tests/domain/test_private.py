"""Private data by its form, and numbers that are none."""

import pytest

from moderation.domain.private import private_data


@pytest.mark.parametrize(
    ("typed", "kind", "said"),
    [
        ("mail joe.b+x@mail.example.com now", "email", "joe.b+x@mail.example.com"),
        ("joe (at) example dot com", "email", "joe (at) example dot com"),
        ("joe at example dot com", "email", "joe at example dot com"),
        ("call 555-123-4567", "phone", "555-123-4567"),
        ("(212) 555-0123", "phone", "(212) 555-0123"),
        ("+374 91 123456", "phone", "+374 91 123456"),
        ("+1 (818) 555-0199", "phone", "+1 (818) 555-0199"),
        ("8 (916) 123-45-67", "phone", "8 (916) 123-45-67"),
        ("0532 123 45 67", "phone", "0532 123 45 67"),
        ("091 23 45 67", "phone", "091 23 45 67"),
        ("020 7946 0958", "phone", "020 7946 0958"),
        ("my number is 555 0123", "phone", "555 0123"),
        ("0037410123456", "phone", "0037410123456"),
        ("1 818 555 0199", "phone", "1 818 555 0199"),
        ("4111 1111 1111 1111", "card", "4111 1111 1111 1111"),
        ("378282246310005", "card", "378282246310005"),
        ("GB82 WEST 1234 5698 7654 32", "iban", "GB82 WEST 1234 5698 7654 32"),
        ("DE89370400440532013000 bitte", "iban", "DE89370400440532013000"),
        ("SSN 123-45-6789", "id_number", "123-45-6789"),
        ("192.168.0.1", "ip", "192.168.0.1"),
        ("2001:db8::1", "ip", "2001:db8::1"),
        ("12 Baker Street", "street_address", "12 Baker Street"),
        ("350 5th Avenue", "street_address", "350 5th Avenue"),
        ("221b baker street", "street_address", "221b baker street"),
        ("ул. Ленина, д. 5", "street_address", "ул. Ленина, д. 5"),
        ("Atatürk Caddesi No: 5", "street_address", "Atatürk Caddesi No: 5"),
        ("Աբովյան փողոց 12", "street_address", "Աբովյան փողոց 12"),
        ("Hauptstraße 7", "street_address", "Hauptstraße 7"),
        ("10 rue de la Paix", "street_address", "10 rue de la Paix"),
    ],
)
def test_private_data_is_found(typed: str, kind: str, said: str) -> None:
    """Once published, an address cannot be taken back."""
    found = private_data(typed)

    assert {name: [typed[start:end] for start, end in places] for name, places in found.items()} == {kind: [said]}


@pytest.mark.parametrize(
    "typed",
    [
        "in 1939-1945, 2020-10-11, 11.10.2020 and 12/31/1999",
        "1,000,000 or 10 000 000 or 1.000.000 people",
        "$1234567890 and 3.14159265358979",
        "ISBN 978-3-16-148410-0, order 1234567890",
        "It was 3-1 at 12:30:45, then 2-0",
        "version 1.2.3.4 and 300.1.1.1",
        "std::cout, a::b, 12:30",
        "20 people on the street, 5 minutes down the road",
        "the 3 main street lights",
        "4111 1111 1111 1112",
        "GB82 WEST 1234 5698 7654 33",
        "000-12-3456",
        "look at me, at home, dot by dot",
        "a@b and @someone",
        "2016 2017 2018 2019",
        "1700000000000000",
        "5 123) 456 789",
        "123 456 78",
    ],
)
def test_numbers_that_reach_nobody_are_left_alone(typed: str) -> None:
    """A comment about years, prices and scores is not a leak."""
    assert private_data(typed) == {}
