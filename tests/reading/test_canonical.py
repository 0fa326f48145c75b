"""The one way to write a value, which hashes and other programs go by."""

from tiltak_cli.domain.canonical import canonical, content_hash


def test_the_canonical_text_is_as_documented() -> None:
    plain = {"id": "T001", "frist": "2024-Q2", "løpende": True, "deltakere": ["FIN", "JD"]}
    texts = {key: canonical(value) for key, value in plain.items()}
    assert texts == {
        "id": '"T001"',
        "frist": '"2024-Q2"',
        "løpende": "true",
        "deltakere": '["FIN","JD"]',
    }
    assert canonical("a\u200bå _x0041_\ud800") == '"a\\u200bå \\u005fx0041_\\ud800"'
    # printf 'id\t"T001"\n' | sha256sum
    expected = "77442fbeab7d156afde8a6bd518e9fb7853289a1f005ea6687044874655944eb"
    assert content_hash([("id", '"T001"')]) == expected
