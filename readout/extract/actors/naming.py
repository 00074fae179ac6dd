"""The fullest name of a body: "Kenya's Foreign Ministry" is "Ministry of Foreign Affairs of Kenya"."""

from __future__ import annotations

import re

from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.phrase import Phrase
from readout.knowledge import Body, Country

WITH_ARTICLE = frozenset(
    {"Bahamas", "Central African Republic", "Czech Republic", "Democratic Republic of the Congo", "Maldives"}
    | {
        "Dominican Republic",
        "Gambia",
        "Netherlands",
        "Philippines",
        "Republic of the Congo",
        "Solomon Islands",
    }
    | {"Marshall Islands", "United Arab Emirates", "United Kingdom", "United States"}
)
SMALL = frozenset({"and", "of", "the", "for", "in", "on"})
SETTLED = {"foreign": "Foreign Affairs", "external affairs": "External Affairs", "farm": "Agriculture"}
REPUBLIC = re.compile(r" of the (?:Republic|Kingdom|Union|State|Commonwealth|Federation)$")
"""What stands before a country in its full name: "Ministry of Ports of the Republic of Malta"."""
STATELY = frozenset({"government", "ministry", "department", "office", "cabinet", "presidency"})
"""Bodies whose names say of which country they are in one way: "the Kyrgyz Foreign Ministry"."""
INTERNAL = frozenset(
    {"ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB"}
    | {"Abkhazia", "Chechnya", "South Ossetia", "Transnistria"}
)
"""Where the interior ministry is that of internal affairs."""


def body_name(phrase: Phrase, country: Country | None) -> str:
    """The canonical name of a body that a phrase stands for.

    >>> body_name(Phrase(0, 3, 2, "government", noun="ministry", title="mining ministry"), None)
    'Ministry of Mining'
    """
    title = _stripped(phrase)
    noun = phrase.noun or ""
    if noun == "ministry" or (noun == "department" and country is not None and country.iso3 != "USA"):
        return of_land(_ministry(title, noun, country), country)
    if noun == "government" and not title[:-10].strip()[:1].isupper() and not of_a_part(title):
        return of_land("Government", country) if country else "Government"
    if noun in ("office", "administration") and (of := _chief(phrase, title)):
        return of_land(f"Office of the {of}", country)
    return _other(phrase, title, country)


def _stripped(phrase: Phrase) -> str:
    """The title without the country's adjective and words that say nothing: "Thai Navy" is "Navy"."""
    return _kept(phrase.title.replace(phrase.adjective, "", 1) if phrase.adjective else phrase.title)


def _kept(title: str) -> str:
    return " ".join(
        word for word in title.split() if word.lower() not in words("fillers") and not word.isdigit()
    )


def of_a_part(title: str) -> bool:
    """Whether a body governs a part of a country alone: "state government", "the city government"."""
    return bool(words("parts") & set(title.lower().split()))


def of_land(name: str, country: Country | None) -> str:
    """A name with the country that it is of: "Army of the Philippines"."""
    if country is None or country.name in name:
        return name
    article = "the " if country.name in WITH_ARTICLE else ""
    return f"{name} of {article}{country.name}"


def _ministry(title: str, noun: str, country: Country | None) -> str:
    head = noun.title()
    if title.lower().startswith((f"{noun} of", f"{noun} for")):
        return REPUBLIC.sub("", title) if country is not None else title
    what = title[: title.lower().rfind(noun)].strip()
    if not what:
        return head
    if what.lower() == "interior" and country and {country.iso3, country.name} & INTERNAL:
        return f"{head} of Internal Affairs"
    return f"{head} of {SETTLED.get(what.lower()) or capitals(what)}"


def capitals(words: str) -> str:
    """Words as a name has them: "trade and industry" is "Trade and Industry"."""
    parts = words.replace(" - ", "-").split()
    return " ".join(
        part if part in SMALL or part[:1].isupper() else part[:1].upper() + part[1:] for part in parts
    )


def _chief(phrase: Phrase, title: str) -> str | None:
    owner = phrase.owner.title.lower() if phrase.owner else ""
    low = title.lower()
    if low.startswith("office of the president") or "presidential" in low or owner.endswith("president"):
        return "President"
    return "Prime Minister" if owner.endswith("prime minister") or "prime minister" in low else None


def _other(phrase: Phrase, title: str, country: Country | None) -> str:
    noun = nouns().get(phrase.noun or "")
    proper = phrase.named or title[:1].isupper()
    explicit = phrase.owner is not None or phrase.of is not None or phrase.pronoun is not None
    if title.lower() == "central bank" or (phrase.noun == "embassy" and not phrase.adjective):
        return of_land(capitals(title), country)
    if country and phrase.adjective == country.name and phrase.named and " " in title:
        return phrase.title
    if country and phrase.adjective and phrase.title.startswith(phrase.adjective):
        formed = (
            proper
            and noun
            and noun.kind == "government"
            and noun.sector in ("GOV", None)
            and phrase.noun not in words("abroad")
            and (phrase.noun in STATELY or not phrase.named)
        )
        return of_land(title, country) if formed else f"{phrase.adjective} {title}"
    if phrase.adjective or ("-based" in title):
        return _kept(phrase.title)
    if country and phrase.named and explicit and noun and noun.kind == "government":
        return of_land(title, country)
    if country and noun and noun.sector == "MIL" and country.adjectives:
        return f"{country.adjectives[0]} {title[:1].lower() + title[1:] if not phrase.named else title}"
    owner = phrase.owner
    if owner is not None and isinstance(owner.entry, Body) and owner.name and noun and not country:
        return f"{owner.entry.name} {title}"
    if country and phrase.of and phrase.of.country == country.iso3 and phrase.of.kind == "country":
        return of_land(capitals(title), country)
    single = noun and noun.kind == "government" and " " not in title
    return capitals(title) if single else title


def people_name(phrase: Phrase, country: Country | None) -> str:
    """The name of people without one: "the two senior Malian officials" is "senior Malian officials"."""
    kept = [
        w
        for w in phrase.title.replace(" - ", "-").split()
        if not w[:1].isdigit() and w.lower() not in words("numbers") and w.lower() != "own"
    ]
    name = " ".join(kept)
    if phrase.kind == "person" and phrase.noun == "minister" and country and phrase.determiner == "the":
        post = _kept(name.replace(phrase.adjective, "", 1) if phrase.adjective else name)
        if " " in post and not phrase.pronoun and (phrase.adjective or phrase.owner):
            return of_land(capitals(post), country)
    if phrase.owner and phrase.owner.kind in ("country", "capital") and country and country.adjectives:
        name = f"{country.adjectives[0]} {name}"
    return name or phrase.title
