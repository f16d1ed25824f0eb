"""Whose account it is: the publisher of an article."""

import re
from collections import Counter
from itertools import islice
from urllib.parse import urlsplit

import msgspec

from rashomon.languages.page_words import page_words
from rashomon.languages.publishers import agencies, letters, of_host, outlets
from rashomon.read.draft import ADDRESS_FIELDS, Draft
from rashomon.records import Article, Basis, Metadata, Outlet, Paragraph, Span
from rashomon.text import Range

NAME_FIELDS = ("json-ld publisher", "meta og:site_name", "meta application-name")
OWN_VOICE = frozenset(("donation", "subscription", "notice", "share", "header"))
"""Kinds of furniture in which a publisher speaks for itself; related headlines and captions name others."""
MASTHEADS = frozenset(("header", "navigation", "other"))
"""Kinds of furniture that may hold a masthead: a line that is nothing but the name of a newspaper."""
CAPITAL = r"[A-ZÀ-Ž][\w’'&.-]*(?<![.’'])"
LINK = r"(?:of|de|del|di|the|and|&|on)"
PROPER = rf"(?:(?:The|the|Le|La|El)\s)?{CAPITAL}(?:[ \u00a0]{LINK}?[ \u00a0]?{CAPITAL}){{0,4}}"
ADDRESSED = re.compile(
    r"(?:(?:notifications?|newsletters?|alerts?|updates|news|letters?|e-?mails?) from|[Ss]ubscribe to"
    rf"|©\s*(?:\d{{4}})?,?|[Cc]opyright(?:\s*©)?(?:\s*\d{{4}})?(?:\s*by)?)\s+(?P<name>{PROPER})"
)
INVITED = re.compile(rf"(?:[Ss]upport|[Ww]elcome to|[Ff]ollow|[Jj]oin|[Ss]ign up (?:for|to))\s+(?P<name>{PROPER})")
"""Invitations name other things than publishers too: here the name must be like a newspaper's."""
SELF_DESCRIBED = re.compile(
    rf"(?P<name>{PROPER})"
    r"(?:\s(?:is (?:trusted|funded|supported|owned|on the ground|free|independent|published|committed)|belongs to"
    r"|gehört|appartient|has no|relies on|depends on|readers|subscribers|journalis\w+)"
    r"|[’']s?\s(?:journalis\w+|newsletters?|newsroom|readers|coverage))"
)
MASTHEAD = re.compile(rf"{PROPER}")
HANDLE = re.compile(r"@(?P<name>[A-Za-z]\w{2,30})")
COMPANY = re.compile(
    r"\s+(?:Inc|Ltd|LLC|Limited|Group|Media Group|Co|Corp|Corporation|Company|Co-?operative Society|Publishing|Holdings"
    r"|GmbH|plc|PLC|S\.?A)\.?$"
)
PICTURES = frozenset(("getty images", "shutterstock", "istock", "alamy", "epa", "zuma press", "associated press"))
"""Sellers of pictures, who have rights in pages that they did not publish."""
HANDLES = 20
"""Social handles of one article that are looked at."""
ARTICLES = frozenset(("Das", "Der", "Die"))
"""German articles that open a sentence; an outlet that bears one is in the table."""
PLATFORMS = frozenset("blogger wordpress wordpress.com wix medium substack tumblr facebook google squarespace".split())
"""What made a page, and not who published it."""
HANDLE_PARTS = re.compile(r"_?(?:official|news|online|english|en|com|live|world|breaking|hq|tweets?)$", re.IGNORECASE)
NOT_A_NAME = frozenset(
    "All Us You We Your Our My Facebook Twitter X Instagram Telegram Youtube YouTube Whatsapp WhatsApp Linkedin"
    " LinkedIn Google Mastodon Bluesky Tiktok TikTok Apple Android Reddit Threads Ctrl Enter Sign Log Join Follow The"
    " This These Free Premium Get January February March April May June July August September October November December"
    " Saturdays Sundays Monday Tuesday Wednesday Thursday Friday Saturday Sunday Copyright Rights News NEWS Live"
    " Breaking BREAKING Email Emails Newsletter Newsletters Alerts Updates".split()
)


def find_outlet(draft: Draft, bracketed: Span | None, article: Article) -> Outlet | None:
    """Return the publisher, or None when the article does not let a careful reader know it.

    In this order: given by the user; stated in the page's own fields, or ``bracketed`` in the dateline; inferred from
    the address; inferred from furniture in which the publisher speaks for itself. An agency is no outlet there.
    """
    for entry in draft.entries(("given outlet",)):
        return _outlet(entry.text, "given", metadata=(entry,))
    stated = _by_name_field(draft)
    if stated is not None:
        return stated
    form = bracketed.text.casefold() if bracketed is not None else ""
    if bracketed is not None and form in outlets().by_form and form not in agencies().by_form:
        return _outlet(bracketed.text, "stated", evidence=(bracketed,))
    return _by_address(draft) or _by_own_voice(article)


def _by_name_field(draft: Draft) -> Outlet | None:
    """Return the publisher that the page's fields name: one that is known first, then the first that is a name."""
    entries = list(draft.entries(NAME_FIELDS))
    known = [entry for entry in entries if _tidy(entry.text).casefold() in outlets().by_form]
    by_address = _by_address(draft) if not known else None
    if by_address is not None and entries:
        return msgspec.structs.replace(by_address, basis="stated")
    for entry in known or entries:
        name = _tidy(entry.text)
        if len(name) > 1 and name.casefold() not in agencies().by_form and name.casefold() not in PLATFORMS:
            return _outlet(name, "stated", metadata=(entry,))
    return None


def _tidy(name: str) -> str:
    """Return a name without the slogan behind a bar and the sign of a social handle."""
    return " ".join(name.split("|", 1)[0].split()).removeprefix("@")


def _outlet(name: str, basis: Basis, *, evidence: tuple[Span, ...] = (), metadata: tuple[Metadata, ...] = ()) -> Outlet:
    return Outlet(name=_usual(name), basis=basis, evidence=evidence, metadata=metadata)


def _usual(name: str) -> str:
    """Return the usual name of an outlet, by its form or by the address that stands in place of a name."""
    tidy = " ".join(name.split())
    known = outlets().by_form.get(tidy.casefold())
    if known is None and "." in tidy and " " not in tidy:
        known = of_host(tidy)
    return known or tidy


def _by_address(draft: Draft) -> Outlet | None:
    for entry in draft.entries(("given url", *ADDRESS_FIELDS)):
        try:
            name = of_host(urlsplit(entry.text).hostname or "")
        except ValueError:
            continue
        if name:
            return _outlet(name, "inferred", metadata=(entry,))
    return None


def _by_own_voice(article: Article) -> Outlet | None:
    found: dict[str, list[Range]] = {}
    for paragraph in article.paragraphs:
        if paragraph.kind in OWN_VOICE | MASTHEADS:
            for name, at in _names(article.text, paragraph):
                found.setdefault(name, []).append(at)
    found = {name: places for name, places in found.items() if name.casefold() not in agencies().by_form}
    counts = Counter(
        {name: len({_paragraph_of(at, article.paragraphs) for at in places}) for name, places in found.items()}
    )
    if not counts:
        return None
    ranked = counts.most_common()
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    name = ranked[0][0]
    return _outlet(name, "inferred", evidence=tuple(article.span(at.start, at.end) for at in found[name]))


def _paragraph_of(at: Range, paragraphs: tuple[Paragraph, ...]) -> int:
    return next(number for number, paragraph in enumerate(paragraphs) if paragraph.start <= at.start < paragraph.end)


def _names(text: str, paragraph: Paragraph) -> list[tuple[str, Range]]:
    """Return the publishers that a paragraph of furniture names as the one who speaks."""
    names: dict[Range, str] = {}
    start, end = paragraph.start, paragraph.end
    line = text[start:end]
    if (
        paragraph.xpath is None
        and paragraph.kind in MASTHEADS
        and page_words().masthead.search(line)
        and " " in line
        and MASTHEAD.fullmatch(line)
    ):
        return [(_usual(line), Range(start, end))]
    if paragraph.kind not in OWN_VOICE:
        return []
    for match in outlets().pattern.finditer(text, start, end):
        names[Range(*match.span())] = outlets().by_form[match.group().casefold()]
    for pattern in (ADDRESSED, SELF_DESCRIBED, INVITED):
        for match in pattern.finditer(text, start, end):
            at = _trimmed(match.group("name"), match.start("name"))
            if pattern is INVITED and not page_words().masthead.search(match["name"]):
                continue
            if at is not None and not any(at.start < other.end and other.start < at.end for other in names):
                names[at] = _usual(at.of(text))
    for match in islice(HANDLE.finditer(text, start, end), HANDLES):
        name = _of_handle(match["name"], text)
        if name is not None:
            names[Range(*match.span())] = name
    return [(name, at) for at, name in sorted(names.items(), key=lambda item: item[0].start)]


def _trimmed(name: str, start: int) -> Range | None:
    """Leave out the form of the company and a small "the"; None when what is left names no publisher."""
    if name.startswith("the "):
        name, start = name[4:], start + 4
    name = COMPANY.sub("", name)
    parts = name.split()
    if parts and parts[0] in ARTICLES and len(parts) > 2 and name.casefold() not in outlets().by_form:
        name, start, parts = name[len(parts[0]) + 1 :], start + len(parts[0]) + 1, parts[1:]
    if (
        name.casefold() in PICTURES
        or not parts
        or parts[-1] in NOT_A_NAME
        or (parts[0] in NOT_A_NAME and parts[0] != "The")
        or parts == ["The"]
    ):
        return None
    return Range(start, start + len(name))


def _of_handle(handle: str, text: str) -> str | None:
    """Return the outlet whose name a handle spells: a known one, or a name like a newspaper's in the text itself."""
    spelling = HANDLE_PARTS.sub("", handle).replace("_", "").casefold()
    if len(spelling) < 4:
        return None
    known = outlets().by_letters.get(letters(spelling))
    if known is not None:
        return known
    spelled = re.compile(r"(?<![\w@])" + r"[ ]?".join(map(re.escape, spelling)) + r"(?!\w)", re.IGNORECASE)
    found = (" ".join(match.group().split()) for match in spelled.finditer(text) if match.group()[0].isupper())
    return next((name for name in found if " " in name and page_words().masthead.search(name)), None)
