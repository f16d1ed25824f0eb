"""The visible text of a page."""

import pytest
from lxml import html
from lxml.html import HtmlElement

from rashomon.read.draft import Block
from rashomon.read.visible import visible_text

FRAGMENTS = [
    "<p>one</p><p>two</p>",
    "<div>lead<p>one</p>tail<section><p>two</p></section></div>",
    "<ul><li>one<li>two<ul><li>three</ul></ul>",
    "<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>",
    "<story-body><o:p>one</o:p><my-tag>two</my-tag><my-tag>three</my-tag></story-body>",
    "<form><p>one<form><p>two</form></form>",
    "<p>one<b>two<p>three</b>four",
    "<h1>one<br>two</h1>three<br>four<br><br>five",
    "<dl><dt>one<dd>two</dl><blockquote>three</blockquote>",
    "<script>no</script><p>one</p><style>no</style><p>two</p><svg><text>no</text></svg><p>three</p>",
    "<pre>one\ntwo</pre><p>three</p>",
]


def tree(body: str) -> HtmlElement:
    return html.document_fromstring(f"<html><body>{body}</body></html>")


def seen(body: str) -> list[str]:
    text, blocks = visible_text(tree(body))
    return [text[block.start : block.end] for block in blocks]


def only(body: str) -> Block:
    (block,) = visible_text(tree(body))[1]
    return block


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("body", FRAGMENTS)
def test_xpath_leads_to_the_element_that_holds_the_text(body: str) -> None:
    root = tree(body)
    text, blocks = visible_text(root)
    assert blocks
    for block in blocks:
        found = root.getroottree().xpath(str(block.xpath))
        assert isinstance(found, list)
        (element,) = found
        assert isinstance(element, HtmlElement)
        assert bare(text[block.start : block.end]) in bare(element.text_content())


@pytest.mark.parametrize("body", FRAGMENTS)
def test_paragraphs_are_parted_by_one_empty_line(body: str) -> None:
    text, blocks = visible_text(tree(body))
    assert text == "\n\n".join(text[block.start : block.end] for block in blocks)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>no</p>",
        '<p style="color: red; display:none">no</p>',
        '<div style="visibility: hidden"><p>no</p></div>',
        "<script>no</script>",
        "<style>no</style>",
        "<noscript><p>no</p></noscript>",
        "<template><p>no</p></template>",
        "<textarea>no</textarea>",
        "<select><option>no</select>",
        "<svg><title>no</title></svg>",
        "<iframe>no</iframe>",
        "<button><svg><text>no</text></svg></button>",
        "<video><p>no</p></video>",
        "<!-- no -->",
    ],
)
def test_what_is_not_rendered_is_not_seen(hidden: str) -> None:
    assert seen(f"<p>one</p>{hidden}<p>two</p>") == ["one", "two"]


def test_text_after_a_hidden_element_is_seen() -> None:
    assert seen("<p>one <span hidden>no</span>two</p>") == ["one two"]


def test_text_around_a_comment_is_one() -> None:
    assert seen("<p>har<!-- no -->bour</p>") == ["harbour"]


def test_inline_elements_do_not_part_words() -> None:
    assert seen("<p>The <b>har</b><i>bour</i> of <a href='#'>Velmara</a>.</p>") == ["The harbour of Velmara."]


def test_br_ends_a_paragraph() -> None:
    assert seen("<p>one<br>two<br/><br/>three</p>") == ["one", "two", "three"]


def test_br_in_a_heading_is_a_space() -> None:
    assert seen("<h1>The harbour<br>of Velmara</h1>") == ["The harbour of Velmara"]


def test_block_inside_a_paragraph_parts_it() -> None:
    assert seen("<div>one<div>two</div>three</div>") == ["one", "two", "three"]


def test_text_after_a_block_belongs_to_the_element_around_it() -> None:
    _, blocks = visible_text(tree("<div>one<p>two</p>three</div>"))
    assert [block.xpath for block in blocks] == [
        "/html[1]/body[1]/div[1]",
        "/html[1]/body[1]/div[1]/p[1]",
        "/html[1]/body[1]/div[1]",
    ]


def test_white_space_collapses() -> None:
    assert seen("<p>\n  one\t \n two\r\n</p>\n\n<p> </p>") == ["one two"]


def test_no_break_space_is_kept_within_and_left_out_around() -> None:
    assert seen("<p>&nbsp;40&nbsp;million&nbsp;</p><p>&nbsp;</p>") == ["40\u00a0million"]


def test_lines_of_pre_are_paragraphs() -> None:
    assert seen("<pre>one\n  two\n\n<b>three\nfour</b></pre>") == ["one", "two", "three", "four"]


def test_entities_are_characters() -> None:
    assert seen("<p>Zo&euml; &amp; &#8220;brave&#8221; &lt;b&gt;</p>") == ["Zoë & “brave” <b>"]


def test_labels_are_the_words_of_class_id_and_role() -> None:
    block = only('<div id="mainStory"><p class="story__caption-text" role="note">one</p></div>')
    assert {"main", "story", "caption", "text", "note"} <= block.labels


def test_tags_are_the_elements_around_the_text() -> None:
    assert only("<figure><figcaption>one</figcaption></figure>").tags == ("html", "body", "figure", "figcaption")


@pytest.mark.parametrize(
    ("body", "linked"),
    [("<p>one</p>", 0.0), ("<p><a href='#'>one</a></p>", 1.0), ("<p><a href='#'>four</a>four</p>", 0.5)],
)
def test_linked_is_the_share_of_characters_in_links(body: str, linked: float) -> None:
    assert only(body).linked == linked


def test_table_cells_are_paragraphs() -> None:
    assert seen("<table><tr><td>one</td><td>two</td></tr></table>") == ["one", "two"]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_paragraphs_are_free_of_line_breaks(character: str) -> None:
    assert all(len(paragraph.splitlines()) == 1 for paragraph in seen(f"<p>one{character}two</p>"))
