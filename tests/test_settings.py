"""The settings of an installation, as the environment states them."""

import stat
from pathlib import Path

import pytest

from minutes.settings import SettingsError, from_environment, is_installed


def test_one_machine_needs_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = from_environment({})
    assert settings.data == tmp_path / "var"
    assert settings.database_url == f"sqlite:///{tmp_path}/var/minutes.db"
    assert not settings.secure_cookies
    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700


def test_the_secret_key_is_made_once_and_read_by_nobody_else(tmp_path: Path) -> None:
    first = from_environment({"MINUTES_DATA": str(tmp_path)})
    assert from_environment({"MINUTES_DATA": str(tmp_path)}).secret_key == first.secret_key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert len(first.secret_key) == 64


def test_several_machines_must_be_given_one_key(tmp_path: Path) -> None:
    shared = {"MINUTES_DATA": str(tmp_path), "MINUTES_DATABASE_URL": "postgresql://db/minutes"}
    with pytest.raises(SettingsError, match="MINUTES_SECRET_KEY"):
        from_environment(shared)
    assert from_environment({**shared, "MINUTES_SECRET_KEY": "k"}).secret_key == "k"


def test_behind_https_the_cookies_are_sent_over_https_only(tmp_path: Path) -> None:
    settings = from_environment(
        {"MINUTES_DATA": str(tmp_path), "MINUTES_BASE_URL": "https://minutes.example.se/"}
    )
    assert settings.secure_cookies
    assert settings.base_url == "https://minutes.example.se"


@pytest.mark.parametrize("name", ["PAGE_LIMIT", "UPLOAD_LIMIT_MB", "TRUSTED_PROXIES"])
@pytest.mark.parametrize("value", ["många", "-1", "1.5"])
def test_a_number_that_is_none_is_refused(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"MINUTES_{name}"):
        from_environment({"MINUTES_DATA": str(tmp_path), f"MINUTES_{name}": value})


def test_asking_whether_it_is_installed_makes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "var"
    assert not is_installed({"MINUTES_DATA": str(data)})
    assert not data.exists()


def test_a_mail_server_needs_a_sender(tmp_path: Path) -> None:
    server = {"MINUTES_DATA": str(tmp_path), "MINUTES_SMTP_URL": "smtp://localhost"}
    with pytest.raises(SettingsError, match="MINUTES_MAIL_FROM saknas"):
        from_environment(server)
    with pytest.raises(SettingsError, match="MINUTES_MAIL_FROM ska se ut"):
        from_environment({**server, "MINUTES_MAIL_FROM": "Minutes"})
    settings = from_environment({**server, "MINUTES_MAIL_FROM": "Minutes <m@example.se>"})
    assert (settings.smtp_url, settings.mail_from) == ("smtp://localhost", "Minutes <m@example.se>")
    assert settings.mail_folder == tmp_path / "mail"


def test_what_does_not_work_is_reported_to_a_mail_or_web_address(tmp_path: Path) -> None:
    data = {"MINUTES_DATA": str(tmp_path)}
    assert from_environment(data).accessibility_contact == ""
    for given in ("tillganglig@example.se", "https://example.se/synpunkter"):
        settings = from_environment({**data, "MINUTES_ACCESSIBILITY_CONTACT": given})
        assert settings.accessibility_contact == given
    for given in ("kansliet", "javascript:alert(1)@example", "Kansliet <a@example.se>"):
        with pytest.raises(SettingsError, match="ska vara en e-postadress"):
            from_environment({**data, "MINUTES_ACCESSIBILITY_CONTACT": given})
