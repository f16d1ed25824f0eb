"""What a page says of itself outside its visible text: meta elements, JSON-LD, the canonical address, the title."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from rashomon.records import Metadata
from rashomon.text import whole

META_NAMES = (
    "article:published_time",
    "article:modified_time",
    "og:site_name",
    "og:title",
    "og:url",
    "og:description",
    "og:updated_time",
    "application-name",
    "author",
    "article:author",
    "dc.creator",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.modified",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "parsely-pub-date",
    "parsely-author",
    "sailthru.date",
    "sailthru.author",
    "last-modified",
    "description",
    "generator",
    "twitter:title",
    "datepublished",
    "datemodified",
)
ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle"
    " ReviewNewsArticle BlogPosting LiveBlogPosting Report AdvertiserContentArticle".split()
)
LD_FIELDS = ("headline", "datePublished", "dateModified", "author", "publisher", "url", "sourceOrganization")
MOST_LD = 500_000
"""Characters of one JSON-LD block that are read."""
MOST_FIELD = 1000
"""Characters of a field; longer ones are no name, date or title."""


def page_metadata(root: HtmlElement) -> tuple[Metadata, ...]:
    """Return the fields of the page under ``root`` that name it, its publisher, authors, agency and dates.

    JSON-LD comes first, then meta elements and the title. A broken field is left out.
    """
    tree = root.getroottree()
    return (*_linked_data(root, tree), *_meta(root, tree))


def _field(tree: "etree._ElementTree[Any]", element: HtmlElement, name: str, value: object) -> Iterator[Metadata]:
    if isinstance(value, str) and 0 < len(value.strip()) <= MOST_FIELD:
        yield Metadata(field=name, text=whole(value.strip()), xpath=tree.getpath(element))


def _meta(root: HtmlElement, tree: "etree._ElementTree[Any]") -> Iterator[Metadata]:
    for element in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute, "").strip()
            if name.lower() in META_NAMES:
                yield from _field(tree, element, f"meta {name.lower()}", element.get("content"))
    for element in root.iter():
        name = element.get("itemprop", "") if element.tag != "meta" else ""
        if name.lower() in ("datepublished", "datemodified"):
            yield from _field(tree, element, f"meta {name.lower()}", element.get("datetime") or element.get("content"))
    for element in root.iter("link"):
        if element.get("rel", "").lower() == "canonical":
            yield from _field(tree, element, "link canonical", element.get("href"))
    for element in root.iter("title"):
        yield from _field(tree, element, "title", element.text)
        break


def _linked_data(root: HtmlElement, tree: "etree._ElementTree[Any]") -> Iterator[Metadata]:
    for element in root.iter("script"):
        if "ld+json" not in element.get("type", "").lower() or not element.text or len(element.text) > MOST_LD:
            continue
        try:
            data = json.loads(element.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if ARTICLE_TYPES.intersection(_strings(node.get("@type"))):
                for name in LD_FIELDS:
                    for value in _values(node.get(name)):
                        yield from _field(tree, element, f"json-ld {name}", value)
                return


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON-LD document that may be an article: the top, its list, its graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, dict))


def _strings(value: object) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _values(value: object) -> Iterator[object]:
    """Yield the plain values of a field: itself, or the names of the things it holds."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield from _strings(item.get("name"))
        else:
            yield item
