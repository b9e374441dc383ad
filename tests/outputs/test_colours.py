"""Colours of charts: seen against the ground and the next one, told apart by eyes that see fewer colours."""

from __future__ import annotations

import itertools
import re

import pytest
from paths import GENERATOR

STYLES = (GENERATOR / "browser" / "styles" / "colours.css").read_text("utf-8")
LIGHT, DARK, PRINT = re.findall(r"\{([^{}]+)\}", re.sub(r"/\*.*?\*/", "", STYLES, flags=re.S))
SCHEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}
SERIES = ("--chart-1", "--chart-2", "--chart-3", "--chart-4")
Colour = tuple[float, float, float]

# Simulation of dichromacy in linear RGB: Viénot, Brettel and Mollon, 1999 (protan, deutan); for tritan the
# matrix of Machado, Oliveira and Fernandes, 2009, at full severity.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)
    ),
}  # fmt: skip


def palette(scheme: str) -> dict[str, str]:
    """The colours of charts in one scheme, by name."""
    return dict(re.findall(r"(--chart-[a-z0-9]+):\s*(#[0-9a-f]{6})", SCHEMES[scheme]))


def linear(colour: str) -> Colour:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def contrast(a: str, b: str) -> float:
    """Contrast as WCAG 2 defines it."""
    lights = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (a, b)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(light: Colour) -> Colour:
    """CIE Lab of linear sRGB, white D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [
        sum(m * c for m, c in zip(row, light, strict=True)) / w for row, w in zip(rows, white, strict=True)
    ]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eye: str) -> Colour:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, light, strict=True)))) for row in EYES[eye]
    )
    return lab((red, green, blue))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_are_seen_against_the_ground_and_the_next_one(scheme: str) -> None:
    colours = palette(scheme)
    for name in SERIES:
        assert contrast(colours[name], colours["--chart-ground"]) >= 3, name
    for name in ("--chart-text", "--chart-soft"):
        assert contrast(colours[name], colours["--chart-ground"]) >= 4.5, name
    for one, other in itertools.pairwise(SERIES):
        assert contrast(colours[one], colours[other]) >= 3, (one, other)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_differ_for_every_kind_of_eye(scheme: str, eye: str) -> None:
    colours = palette(scheme)
    for one, other in itertools.combinations(SERIES, 2):
        a, b = seen(colours[one], eye), seen(colours[other], eye)
        distance = sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5
        assert distance >= 15, (one, other, round(distance))
