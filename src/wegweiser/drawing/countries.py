"""Countries with numbers in; a grid of tiles out that lie to each other roughly as the countries do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

# Our own arrangement of ISO 3166-1 codes, west to east and north to south. Rows and columns in which no tile is wanted
# are left out of a drawing, so a few countries stay close together.
_WORLD = """
CA .. .. GL IS .. .. .. NO SE FI EE RU .. .. .. .. .. ..
US BS .. .. .. IE GB NL DK .. LT LV BY KZ .. MN .. KP JP
MX CU DO .. .. .. BE LU DE PL CZ UA MD UZ KG CN .. KR TW
GT BZ HT .. .. FR .. CH LI AT SK HU RO TM TJ BT HK MO ..
HN SV JM .. PT ES AD MC IT SI HR RS BG GE AZ NP MM LA VN
NI CR TT .. .. .. .. SM VA MT BA ME MK AM IR AF BD TH KH
PA CO VE GY MA DZ TN LY EG .. AL XK GR TR IQ PK IN LK PH
EC SR BR .. MR ML NE TD SD IL CY LB SY JO KW QA AE MV MY
PE BO PY .. SN BF NG CF SS ER PS SA BH OM YE .. SG BN ID
CL AR UY CV GM GH CM CG ET DJ SO .. .. .. .. .. .. TL PG
.. .. .. GW GN CI TG BJ CD UG KE .. .. .. .. .. .. .. ..
.. .. .. SL LR ST GQ GA RW BI TZ KM SC .. .. .. AU SB FJ
.. .. .. .. .. .. .. AO ZM MW MZ MU .. .. .. .. .. VU WS
.. .. .. .. .. .. .. NA BW ZW SZ MG .. .. .. .. .. NZ TO
.. .. .. .. .. .. .. .. ZA LS .. .. .. .. .. .. .. .. ..
"""
_PLACES = {
    code: (column, row)
    for row, line in enumerate(_WORLD.split("\n"))
    for column, code in enumerate(line.split())
    if code != ".."
}
_WIDTH = 320


@dataclass(frozen=True)
class Country:
    """A tile: code of the country, its name, how many there are, and where that leads."""

    code: str
    name: str
    number: str
    href: str


def places(codes: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """Code -> column and row from 0, without empty ones; codes that the arrangement does not have are left out."""
    known = sorted(set(codes) & set(_PLACES))
    columns = sorted({_PLACES[code][0] for code in known})
    rows = sorted({_PLACES[code][1] for code in known})
    return {code: (columns.index(_PLACES[code][0]), rows.index(_PLACES[code][1])) for code in known}


def country_grid(countries: Sequence[Country]) -> Markup:
    """Each tile is a link; the page has all countries as a list, so this is for eyes and pointers alone."""
    where = places([country.code for country in countries])
    if not where:
        return Markup("")
    columns, rows = (1 + max(place[axis] for place in where.values()) for axis in (0, 1))
    step = min(_WIDTH // columns, 40)
    tiles = Markup("").join(
        _tile(country, *where[country.code], step) for country in countries if country.code in where
    )
    return Markup(
        '<svg class="ww-tilemap" viewBox="0 0 {} {}" aria-hidden="true" focusable="false" direction="ltr">{}</svg>'
    ).format(columns * step, rows * step, tiles)


def _tile(country: Country, column: int, row: int, step: int) -> Markup:
    x, y = column * step, row * step
    return Markup(
        '<a href="{}" tabindex="-1"><title>{}: {}</title><rect x="{}" y="{}" width="{}" height="{}" rx="3"/>'
        '<text x="{}" y="{}">{}</text><text class="ww-tilemap__number" x="{}" y="{}">{}</text></a>'
    ).format(
        *(country.href, country.name, country.number),
        *(x + 1, y + 1, step - 2, step - 2),
        *(x + step / 2, y + step * 0.45, country.code),
        *(x + step / 2, y + step * 0.85, country.number),
    )
