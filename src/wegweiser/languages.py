"""The i18n section of mkdocs.yml in; the languages of the site out.

The plugin accepts `ll`, `ll-Ssss` and `ll-RR` as locales. A language with another BCP 47 tag, such as `de-simple` or
`kmr`, is listed as the plugin's `locale: "null"` (an entry of the switcher that it does not build) with the tag under
`extra: {tag: …}`; the published site has it like any other.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError, parse_locale
from babel.core import get_global


@dataclass(frozen=True)
class Language:
    """A language of the site.

    `code` is a BCP 47 tag, `name` the name speakers use, `direction` "ltr" or "rtl",
    `default` marks the language in which the records are written.
    """

    code: str
    name: str
    direction: str
    default: bool

    @property
    def locale(self) -> Locale:
        """The CLDR locale that formats dates and numbers; the base language where CLDR knows no variant."""
        return locale_of(self.code)


def base_of(code: str) -> str:
    """The base language of a BCP 47 tag: `de` for `de-simple`."""
    return code.split("-")[0]


def is_variety(code: str, codes: Container[str]) -> bool:
    """Whether a tag is a variety of another language among these: `de-simple` where there is `de`."""
    return base_of(code) != code and base_of(code) in codes


def locale_of(code: str) -> Locale:
    """The CLDR locale of a BCP 47 tag, of its base language, or the root locale for an invented language."""
    for candidate in (code.replace("-", "_"), base_of(code)):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def regional(code: str) -> str:
    """A BCP 47 tag as `language_TERRITORY`, which link previews ask for (Open Graph); the likely territory of CLDR."""
    locale = locale_of(code)
    territory = locale.territory or parse_locale(get_global("likely_subtags")[str(locale)])[1]
    return f"{locale.language}_{territory}"


def languages(config: Mapping[str, object]) -> tuple[Language, ...]:
    """The languages that the i18n plugin of a parsed mkdocs.yml lists, in its order.

    Raises `LookupError` when there is no such list, or no language of it is the default.
    """
    found = tuple(_language(item) for item in _listed(config) if isinstance(item, Mapping))
    if not any(language.default for language in found):
        raise LookupError("mkdocs.yml: plugins.i18n.languages names no default language")
    return found


def _listed(config: Mapping[str, object]) -> Sequence[object]:
    plugins = config.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else []:
        options = plugin.get("i18n") if isinstance(plugin, Mapping) else None
        listed = options.get("languages") if isinstance(options, Mapping) else None
        if isinstance(listed, list):
            return listed
    raise LookupError("mkdocs.yml: plugins.i18n.languages is missing")


def _language(item: Mapping[str, object]) -> Language:
    code = str(item.get("locale", ""))
    extra = item.get("extra")
    if code == "null" and isinstance(extra, Mapping):  # how the i18n plugin lists what it cannot build itself
        code = str(extra.get("tag", ""))
    known = str(item.get("direction") or locale_of(code).text_direction)
    return Language(
        code=code,
        name=str(item.get("name") or code),
        direction=known,
        default=str(item.get("default", "")).lower() == "true",
    )
