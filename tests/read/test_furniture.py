"""Paragraphs that are furniture by their own words."""

import pytest

from rashomon.read.furniture import appeal_kind, appeal_score, appeals, certain_kind, is_caption, is_inserted_headline


@pytest.mark.parametrize(
    "text",
    [
        "FILE - The harbour of Velmara in the spring.",
        "File photo: the harbour of Velmara",
        "The harbour of Velmara after the storm. (Photo: Ann Bell)",
        "The harbour of Velmara after the storm. (AP Photo/Ann Bell)",
        "The harbour of Velmara after the storm. (Ann Bell/AFP)",
        "The harbour of Velmara after the storm [Ann Bell/Pool via Reuters]",
        "The harbour of Velmara after the storm. Photo: Ann Bell",
        "The harbour of Velmara after the storm. Photograph: Ann Bell/Getty Images",
        "Pictured: the harbour of Velmara",
        "Photo by Ann Bell",
        "Image: Ann Bell",
        "The harbour of Velmara after the storm. (handout)",
        "The harbour of Velmara after the storm. (Handout)",
        "In this photo, the harbour of Velmara is seen from the tower of the town hall.",
    ],
)
def test_caption(text: str) -> None:
    assert certain_kind(text) == "caption"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor held up a photo of the broken wall and asked the members what they saw.",
        "Eleven boats sank in the harbour (the oldest was built in 1931).",
        "The file on the harbour was closed in the spring.",
        "The picture is by no means clear, the engineers said.",
        "(Reporting by Ann Bell; Editing by Tom Reed)",
        "She has a stake in the Velmara Harbour Company (VHC).",
    ],
)
def test_sentence_is_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Share", "share"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("12 shares", "share"),
        ("JOIN US ON TELEGRAM", "share"),
        ("Follow us on Twitter: @fictionaltimes", "share"),
        ("Comments", "comments"),
        ("12 Comments", "comments"),
        ("LEAVE A REPLY", "comments"),
        ("Please enter your comment!", "comments"),
        ("Join our commenting forum", "comments"),
        ("View All (4)", "gallery"),
        ("3 of 12", "gallery"),
        ("Image gallery", "gallery"),
        ("Advertisement", "notice"),
        ("Article continues below", "notice"),
        ("You can mark a mistake and press Ctrl + Enter", "notice"),
        ("© 2024 The Fictional Times", "notice"),
        ("All rights reserved.", "notice"),
        ("This article was amended on 14 May 2024 to correct the number of boats.", "notice"),
        ("Correction: an earlier version gave the wrong number of boats.", "notice"),
        ("5 min read", "header"),
        ("Home", "navigation"),
        ("Privacy policy", "navigation"),
        ("Skip to main content", "navigation"),
        ("Impressum", "navigation"),
        ("Related", "related"),
        ("Popular Articles", "related"),
        ("Top 5 This Week", "related"),
        ("Read more: How the storm of the century came to Velmara", "related"),
        ("Lesen Sie auch: Der Sturm von Velmara", "related"),
    ],
)
def test_paragraph_that_is_nothing_but_furniture(text: str, kind: str) -> None:
    assert certain_kind(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The council of Velmara approved a plan on Tuesday to rebuild the old harbour.",
        "Reply to the mayor's letter came within a week, and it was short.",
        "Share prices of the harbour company fell by nine percent.",
        "Related costs are not in the plan, the engineers said.",
        "Home owners of the harbour street fear for their houses.",
        "Comments by the mayor were met with silence in the town hall.",
        "The plan: three years of work",
        "‘Not a word’",
        "Search teams found the last of the eleven boats on Monday.",
        "Help came late.",
    ],
)
def test_prose_is_no_certain_furniture(text: str) -> None:
    assert certain_kind(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Velmara's Shadow: How Tamarel Builds Up Its Fleet With Borrowed Money",
        "Storm Of The Century Sinks Eleven Boats In Old Harbour",
        "Mayor Fenwick Says Council Should Have Asked The People",
    ],
)
def test_inserted_headline(text: str) -> None:
    assert is_inserted_headline(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council of Velmara approved a plan to rebuild the old harbour.",
        "The Old Wall",
        "THE COUNCIL OF VELMARA APPROVED A PLAN TO REBUILD",
        "“Storm Of The Century Sinks Eleven Boats In Old Harbour”",
        "• Storm Of The Century Sinks Eleven Boats In Old Harbour",
        "Velmara council approves plan to rebuild the old harbour",
        "11 Boats Sink In Storm Of Century In Harbour",
        "Mayor Orla Fenwick Of Velmara Harbour Council Said:",
    ],
)
def test_what_is_no_inserted_headline(text: str) -> None:
    assert not is_inserted_headline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your donation helps us keep our journalism free for all. Please support us today.",
        "Subscribe to our newsletter and get the best of our reporting in your inbox every week.",
        "We have no owners and no shareholders. Our readers fund our work; become a member for the price of a coffee.",
        "Thank you for registering. Please refresh the page to be logged in.",
        "Sign up for our daily letter.",
        "Unterstützen Sie unsere Arbeit: Werden Sie Mitglied der Genossenschaft.",
    ],
)
def test_appeal(text: str) -> None:
    assert appeals([text], [True], [False]) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The council of Velmara approved a plan on Tuesday to rebuild the old harbour.",
        "“Support us, become a member, donate today,” the mayor shouted to her followers in front of the town hall.",
        "Readers of the paper gave money for the families of the fishermen.",
        "The union has nine thousand members, who pay a crown a month, and its newspaper is free.",
        "“We need your help and your support,” Fenwick wrote to the king.",
    ],
)
def test_sentence_about_appeals_is_none(text: str) -> None:
    assert appeals([text], [True], [False]) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The party sends newsletters to its members and asks them to subscribe to its paper.",
        "Donations to the families of the fishermen reached nine million crowns on Monday.",
        "Reader support for the paper collapsed when the newsroom was closed, and its journalists left the town.",
    ],
)
def test_sentence_that_addresses_nobody_is_no_appeal(text: str) -> None:
    assert appeals([text], [True], [False]) == [False]


def test_quotation_does_not_count() -> None:
    assert appeal_score("“Support our journalism, subscribe to our newsletter,” it says on the wall.") == 0


def test_neither_reader_nor_publisher_is_no_appeal() -> None:
    assert appeal_score("The newspaper has members, readers, owners and a newsletter.") == 0


def test_op_ed_that_speaks_in_we_has_no_appeal() -> None:
    paragraphs = [
        "We should ask ourselves what the harbour means to us, and what we owe to our children.",
        "Our support for the plan must not be blind; you and I will pay for it with our taxes.",
        "We in Velmara have always been independent, and our members in the council know it.",
        "Support us in this, give us your ear, and help our town to become what it was.",
        "You know as well as we do that the wall was weak.",
    ]
    assert appeals(paragraphs, [True] * 5, [False] * 5) == [False] * 5


def test_paragraph_between_two_appeals_belongs_to_them(prose: tuple[str, ...]) -> None:
    inside = [
        "Your donation helps us keep our journalism free for all. Please support us today.",
        "It has always been so, and we hope that it will stay so.",
        "Become a member: subscribe to our newsletter and support our newsroom.",
    ]
    assert appeals([*prose, *inside], [True] * 9, [False] * 9) == [False] * 6 + [True] * 3


def test_title_and_button_of_an_appeal_belong_to_it(prose: tuple[str, ...]) -> None:
    inside = [
        "Why we ask you",
        "Your donation helps us keep our journalism free for all readers. Please support us today.",
    ]
    assert appeals([*prose, *inside], [True] * 8, [False] * 8) == [False] * 6 + [True] * 2


def test_marked_element_needs_the_faintest_appeal_only(prose: tuple[str, ...]) -> None:
    text = "For us it is more than a job."
    assert appeals([*prose, text], [True] * 7, [False] * 7)[-1] is False
    assert appeals([*prose, text], [True] * 7, [False] * 6 + [True])[-1] is True


def test_no_paragraphs_have_no_appeals() -> None:
    assert appeals([], [], []) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Your donation helps us: give what you can afford, for the price of a coffee.", "donation"),
        ("Sign up for our newsletter and find it in your inbox.", "subscription"),
        ("Join the discussion and write a comment in our forum.", "comments"),
        ("For us it is more than a job.", "other"),
    ],
)
def test_appeal_says_what_it_asks_for(text: str, kind: str) -> None:
    assert appeal_kind(text, "other") == kind
