"""A finished site in; the links that lead nowhere out, and what stands at its root."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from jinja2 import Environment

from builders import ARABIC, ENGLISH, GERMAN, TODAY
from wegweiser.builders import BuilderError, derived, partial, theme_speaks
from wegweiser.headers import POLICY
from wegweiser.languages import Language
from wegweiser.linkcheck import Broken, broken_links
from wegweiser.publication import Publication
from wegweiser.publish import publish
from wegweiser.rootfiles import sitemaps
from wegweiser.write import write

MAPS = ("sitemap.xml", "de/sitemap.xml", "ar/sitemap.xml")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def publication(*languages: Language, root: Path, site_url: str = "") -> Publication:
    """A project with one script, about to be published in these languages."""
    write(root, {"docs/assets/x.js": ""})
    return Publication(root, languages, TODAY, site_url)


@pytest.mark.parametrize(
    ("link", "broken"),
    [
        *(("../b/", False), ("../b/index.html", False), ("../b/#here", False), ("#top", False), ("../c.css", False)),
        *(("https://example.org/x", False), ("mailto:a@b.de", False), ("tel:112", False), ("//example.org/", False)),
        *(("../b/?q=1&amp;x=2#here", False), ("../%62/", False), ("", False), ("../b/#q=x", False)),
        *(("../d/", True), ("../b/#there", True), ("#nowhere", True), ("../c.js", True), ("../../../x", True)),
    ],
)
def test_broken_links(tmp_path: Path, link: str, broken: bool) -> None:
    """A link inside the site needs its page, and its place on that page; links to elsewhere are not followed."""
    page = f'<p id="top"><a href="{link}">x</a></p>'
    write(tmp_path, {"a/index.html": page, "b/index.html": '<p id="here">', "c.css": "", "404.html": '<a href="/x">'})
    assert ([Broken("a/index.html", link)] if broken else []) == broken_links(tmp_path)


def test_builder_that_fails(tmp_path: Path) -> None:
    """When a language cannot be built, the builder's own words are told and the site stays as it was."""
    write(
        tmp_path,
        {
            "site/index.html": "old",
            "mkdocs.yml": "site_name: x\n",
            "docs/de/index.md": "# x\n",
            "overrides/x": "",
        },
    )
    write(tmp_path, {"mkdocs.yml": "site_name: x\nno_such_setting: 1\nplugins: [nonsense]\n"})
    with pytest.raises(BuilderError, match=r"^de: "):
        publish(publication(GERMAN, root=tmp_path), tmp_path / "site")
    assert "old" == (tmp_path / "site/index.html").read_text()


def test_one_configuration_per_language(tmp_path: Path) -> None:
    """Each is derived from the one file: its folder, its theme language, its address."""
    made = publication(ENGLISH, GERMAN, root=tmp_path, site_url="https://x.example.org/")
    text = derived(made, ENGLISH)
    assert "INHERIT: ../mkdocs.yml" in text
    for line in (
        "docs_dir: ../docs/en",
        "site_dir: site/en",
        'site_url: "https://x.example.org/en/"',
        f'  assets: "{made.assets_version}"',
        "  language: en",
        '  root: "https://x.example.org"',
        f'  policy: "{POLICY}"',
        '  alternates: ["de", "en"]',
        '  locales: ["en_US", "de_DE"]',
    ):
        assert line in text.splitlines()
    assert 'site_url: ""' in derived(publication(ENGLISH, root=tmp_path), ENGLISH).splitlines()


def test_sitemap(tmp_path: Path) -> None:
    """Every page of every language, each with its translations; the default language for everybody else."""
    own = {"de/index.html": "", "de/a/index.html": "", "de/unanswered/index.html": "", "de/404.html": ""}
    write(tmp_path, {**own, "ar/index.html": ""})
    files = sitemaps(tmp_path, [GERMAN, ARABIC], "https://x.example.org/")
    index, german, arabic = (ElementTree.fromstring(files[path]) for path in MAPS)  # noqa: S314
    assert sorted(files) == sorted(MAPS)
    assert [f"https://x.example.org/{path}" for path in MAPS[1:]] == [loc.text for loc in index.iter(f"{SITEMAP}loc")]
    assert ["https://x.example.org/de/", "https://x.example.org/de/a/"] == [
        loc.text for loc in german.iter(f"{SITEMAP}loc")
    ]
    both = {"de": "de/", "ar": "ar/", "x-default": "de/"}
    for language in (german, arabic):
        links = language[0].findall("{http://www.w3.org/1999/xhtml}link")
        assert {code: f"https://x.example.org/{path}" for code, path in both.items()} == {
            link.get("hreflang"): link.get("href") for link in links
        }


def test_tags_that_search_engines_do_not_know(tmp_path: Path) -> None:
    """Plain German has its pages in the sitemap, but is nobody's alternate: hreflang takes no variants."""
    simple = Language("de-simple", "Leichte Sprache", "ltr", default=False)
    write(tmp_path, {"de/index.html": "", "de-simple/index.html": ""})
    files = sitemaps(tmp_path, [GERMAN, simple], "https://x.example.org/")
    assert "<url><loc>https://x.example.org/de-simple/</loc></url>" in files["de-simple/sitemap.xml"]
    assert 'hreflang="de-simple"' not in files["de/sitemap.xml"] and 'hreflang="x-default"' in files["de/sitemap.xml"]
    made = publication(simple, GERMAN, root=tmp_path, site_url="https://x.example.org")
    assert '  alternates: ["de"]' in derived(made, simple).splitlines()


def test_words_of_the_theme_for_a_language_it_lacks() -> None:
    """The theme learns the tag and the direction, the two words that pages take from it."""
    kurdish = Language("ckb", "کوردی", "rtl", default=False)
    assert theme_speaks(GERMAN) and not theme_speaks(kurdish)
    macro = Environment(autoescape=True).from_string(partial(kurdish)).module
    assert ["ckb", "rtl"] == [str(macro.t(key)) for key in ("language", "direction")]  # type: ignore[attr-defined]
