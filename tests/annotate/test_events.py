"""Tests of ``rashomon.annotate.events``: who does what to whom, where and when, and how real that is."""

from collections.abc import Callable

import msgspec
import pytest
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from rashomon.records import Article, Paragraph
from tests.annotate.marked import Told, attributed, named

Parse = Callable[..., Doc]
ByHand = Callable[[Doc], Told]


def happening(doc: Doc, *places: int, status: str = "happened", label: str = "OCCURRENCE") -> Doc:
    """Mark words as triggers of events."""
    doc.spans["events"] = [Tokens(doc, place, place + 1, label=label) for place in places]
    for trigger in doc.spans["events"]:
        trigger._.status = status
    return doc


def actors(told: Told, trigger: str) -> list[tuple[str, str]]:
    """Return who takes part in the event of a trigger, by role and text."""
    return [(actor.role, actor.span.text) for actor in told.event(trigger).actors]


ATTACK = "Rebels/NNS/nsubj/2 attacked/VBD/root/0/attack a/DT/det/4 town/NN/obj/2 ././punct/2"


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        (ATTACK, 1, [("agent", "Rebels"), ("patient", "a town")]),
        (
            "Towns/NNS/nsubj:pass/3 were/VBD/aux:pass/3/be hit/VBN/root/0 by/IN/case/5 rebels/NNS/obl:agent/3",
            2,
            [("patient", "Towns"), ("agent", "rebels")],
        ),
        (
            "Towns/NNS/nsubj:pass/3 were/VBD/aux:pass/3/be attacked/VBN/root/0/attack by/IN/case/5 rebels/NNS/obl/3",
            2,
            [("patient", "Towns"), ("agent", "rebels")],
        ),
        (
            "Rebels/NNS/nsubj/2 attacked/VBD/root/0/attack towns/NNS/obj/2 and/CC/cc/5 ports/NNS/conj/3",
            1,
            [("agent", "Rebels"), ("patient", "towns"), ("patient", "ports")],
        ),
        (
            "Rebels/NNS/nsubj/2 gave/VBD/root/0/give farmers/NNS/iobj/2 grain/NN/obj/2",
            1,
            [("agent", "Rebels"), ("recipient", "farmers"), ("patient", "grain")],
        ),
        (
            "Rebels/NNS/nsubj/2 spoke/VBD/root/0/speak to/IN/case/4 farmers/NNS/obl/2",
            1,
            [("agent", "Rebels"), ("other", "farmers")],
        ),
        (
            "Rebels/NNS/nsubj/2 came/VBD/root/0/come and/CC/cc/4 attacked/VBD/conj/2/attack towns/NNS/obj/4",
            3,
            [("agent", "Rebels"), ("patient", "towns")],
        ),
        (
            "men/NNS/root/0 who/WP/nsubj/3 attacked/VBD/acl:relcl/1/attack towns/NNS/obj/3",
            2,
            [("agent", "men"), ("patient", "towns")],
        ),
        (
            "the/DT/det/2 attack/NN/root/0 of/IN/case/4 rebels/NNS/nmod/2 by/IN/case/6 soldiers/NNS/nmod/2",
            1,
            [("patient", "rebels"), ("agent", "soldiers")],
        ),
        ("rebels/NNS/nmod:poss/3 ’/POS/case/1 attack/NN/root/0", 2, [("agent", "rebels")]),
        (
            "towns/NNS/root/0 burned/VBN/acl/1/burn by/IN/case/4 rebels/NNS/obl:agent/2",
            1,
            [("patient", "towns"), ("agent", "rebels")],
        ),
        (
            "claims/NNS/root/0 that/IN/mark/5 rebels/NNS/nsubj/5 have/VBP/aux/5 burned/VBN/acl/1/burn towns/NNS/obj/5",
            4,
            [("agent", "rebels"), ("patient", "towns")],
        ),
        ("It/PRP/nsubj/2 exploded/VBD/root/0/explode loudly/RB/advmod/2", 1, [("agent", "It")]),
    ],
)
def test_who_takes_part_and_how(
    by_hand: ByHand, parse: Parse, sentence: str, trigger: int, expected: list[tuple[str, str]]
) -> None:
    doc = happening(parse(sentence), trigger)
    assert actors(by_hand(doc), doc[trigger].text) == expected


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        (
            "Rebels/NNS/nsubj:pass/3 are/VBP/aux:pass/3/be expected/VBN/root/0/expect to/TO/mark/5 vote/VB/xcomp/3",
            4,
            [("agent", "Rebels")],
        ),
        (
            (
                "Rebels/NNS/nsubj:pass/3 are/VBP/aux:pass/3/be expected/VBN/root/0/expect to/TO/mark/6"
                " be/VB/aux:pass/6 freed/VBN/xcomp/3/free"
            ),
            5,
            [("patient", "Rebels")],
        ),
        (
            (
                "Rebels/NNS/nsubj:pass/3 are/VBP/aux:pass/3/be set/VBN/root/0 to/TO/mark/5 vote/VB/xcomp/3"
                " to/TO/mark/7 leave/VB/advcl/5"
            ),
            6,
            [("agent", "Rebels")],
        ),
        (
            (
                "The/DT/det/2 pact/NN/nsubj:pass/4 was/VBD/aux:pass/4/be sent/VBN/root/0/send to/IN/case/7 the/DT/det/7"
                " senate/NN/obl/4 for/IN/case/9 ratification/NN/obl/4"
            ),
            8,
            [("agent", "the senate"), ("patient", "The pact")],
        ),
        (
            (
                "The/DT/det/2 pact/NN/nsubj/3 goes/VBZ/root/0/go to/IN/case/6 the/DT/det/6 senate/NN/obl/3"
                " for/IN/case/8 approval/NN/nmod/6"
            ),
            7,
            [("agent", "the senate for approval"), ("patient", "The pact")],
        ),
        (
            (
                "He/PRP/nsubj:pass/3 was/VBD/aux:pass/3/be sent/VBN/root/0/send to/IN/case/5 prison/NN/obl/3"
                " for/IN/case/7 murder/NN/obl/3"
            ),
            6,
            [],
        ),
    ],
)
def test_who_is_to_do_it(
    by_hand: ByHand, parse: Parse, sentence: str, trigger: int, expected: list[tuple[str, str]]
) -> None:
    told = by_hand(happening(parse(sentence), trigger, status="planned"))
    assert actors(told, told.document.doc[trigger].text) == expected


def test_by_how_much_a_thing_has_risen_is_no_agent(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("Rivers/NNS/nsubj/3 have/VBP/aux/3 risen/VBN/root/0/rise by/IN/case/6 two/CD/nummod/6 metres/NNS/obl/3")
    assert ("agent", "two metres") not in actors(by_hand(happening(doc, 2)), "risen")


def test_a_time_takes_no_part(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("Rebels/NNS/nsubj/2 fought/VBD/root/0/fight for/IN/case/4 years/NNS/obl/2")
    doc.spans["times"] = [Tokens(doc, 2, 4, label="DURATION")]
    assert actors(by_hand(happening(doc, 1)), "fought") == [("agent", "Rebels")]


def test_an_actor_with_a_name_is_an_entity(by_hand: ByHand, parse: Parse) -> None:
    doc = named(
        parse("Peter/NNP/compound/2 Holm/NNP/nsubj/3 robbed/VBD/root/0/rob a/DT/det/5 bank/NN/obj/3"), (0, 2, "person")
    )
    found = by_hand(happening(doc, 2))
    assert [found.named(actor.entity) for actor in found.event("robbed").actors] == ["Peter Holm", None]


def test_a_pronoun_that_takes_part_is_who_it_means(by_hand: ByHand, parse: Parse) -> None:
    doc = named(
        parse("Peter/NNP/nsubj/2 came/VBD/root/0/come ././punct/2", "He/PRP/nsubj/2 left/VBD/root/0/leave"),
        (0, 1, "person"),
    )
    found = by_hand(happening(doc, 4))
    assert [(actor.span.text, found.named(actor.entity)) for actor in found.event("left").actors] == [("He", "Peter")]


def test_a_place_is_where_it_happened(by_hand: ByHand, parse: Parse) -> None:
    doc = named(
        parse("Rebels/NNS/nsubj/2 met/VBD/root/0/meet in/IN/case/4 Ferrel/NNP/obl/2 ././punct/2"), (3, 4, "place")
    )
    place = by_hand(happening(doc, 1)).event("met").place
    assert place is not None
    assert (place.span.text, place.entity is not None) == ("Ferrel", True)


@pytest.mark.parametrize(("case", "kind"), [("to", "place"), ("in", "person"), ("from", "place")])
def test_what_is_no_place_or_not_where_is_no_place(by_hand: ByHand, parse: Parse, case: str, kind: str) -> None:
    doc = named(parse(f"Rebels/NNS/nsubj/2 came/VBD/root/0/come {case}/IN/case/4 Ferrel/NNP/obl/2"), (3, 4, kind))
    assert by_hand(happening(doc, 1)).event("came").place is None


TWICE = (
    "Rebels/NNS/nsubj/2 came/VBD/root/0/come on/IN/case/4 Monday/NNP/obl/2 and/CC/cc/6 left/VBD/conj/2/leave "
    "on/IN/case/8 Sunday/NNP/obl/6"
)


def test_each_event_has_the_time_that_hangs_on_it(by_hand: ByHand, parse: Parse) -> None:
    doc = happening(parse(TWICE), 1, 5)
    doc.spans["times"] = [Tokens(doc, 3, 4, label="DATE"), Tokens(doc, 7, 8, label="DATE")]
    found = by_hand(doc)
    assert (found.event("came").time, found.event("left").time) == (0, 1)


@pytest.mark.parametrize(
    ("sentence", "vote", "set_", "times"),
    [
        (
            "The/DT/det/2 vote/NN/nsubj:pass/4 is/VBZ/aux:pass/4/be set/VBN/root/0 for/IN/case/6 Friday/NNP/obl/4",
            1,
            3,
            (0, None),
        ),
        ("She/PRP/nsubj/2 set/VBD/root/0 the/DT/det/4 vote/NN/obj/2 for/IN/case/6 Friday/NNP/obl/2", 3, 1, (0, None)),
        ("She/PRP/nsubj/2 set/VBD/root/0 the/DT/det/4 vote/NN/obj/2 on/IN/case/6 Friday/NNP/obl/2", 3, 1, (None, 0)),
    ],
)
def test_a_vote_that_is_set_for_a_day_has_it(
    by_hand: ByHand, parse: Parse, sentence: str, vote: int, set_: int, times: tuple[int | None, int | None]
) -> None:
    doc = happening(parse(sentence), *sorted((vote, set_)))
    doc.spans["times"] = [Tokens(doc, 5, 6, label="DATE")]
    found = by_hand(doc)
    assert (found.event("vote").time, found.event("set").time) == times
    assert found.event("vote").clause.text == doc.text


def test_an_event_without_a_time_has_none(by_hand: ByHand, parse: Parse) -> None:
    assert by_hand(happening(parse(ATTACK), 1)).event("attacked").time is None


SAID = (
    "“/``/punct/4 It/PRP/nsubj/4 will/MD/aux/4 close/VB/ccomp/7 ”/''/punct/4 Kessel/NNP/nsubj/7 said/VBD/root/0/say "
    "on/IN/case/9 Friday/NNP/obl/4 ././punct/7"
)


def test_the_time_of_saying_is_not_that_of_what_is_said(by_hand: ByHand, parse: Parse) -> None:
    doc = happening(parse(SAID), 3)
    doc.spans["times"] = [Tokens(doc, 8, 9, label="DATE")]
    attributed(doc, (6, 7), (0, 5), (5, 6))
    event = by_hand(doc).event("close")
    assert (event.time, "said" in event.clause.text) == (None, False)


@pytest.mark.parametrize("status", ["happened", "ongoing", "planned", "possible", "denied"])
def test_the_model_tells_how_real_it_is(by_hand: ByHand, parse: Parse, status: str) -> None:
    assert by_hand(happening(parse(ATTACK), 1, status=status)).event("attacked").status == status


@pytest.mark.parametrize("word", ["if", "unless"])
def test_what_happens_on_a_condition_is_possible(by_hand: ByHand, parse: Parse, word: str) -> None:
    doc = parse(f"{word}/IN/mark/3 rebels/NNS/nsubj/3 attack/VBP/advcl/5 we/PRP/nsubj/5 leave/VBP/root/0")
    assert by_hand(happening(doc, 2)).event("attack").status == "possible"


DENIED = "Kessel/NNP/nsubj/2 {}/VBD/root/0/{} that/IN/mark/5 rebels/NNS/nsubj/5 attacked/VBD/ccomp/2/attack"


@pytest.mark.parametrize(
    ("cue", "lemma", "status"),
    [("denied", "deny", "denied"), ("said", "say", "happened"), ("warned", "warn", "happened")],
)
def test_what_a_speaker_denies_is_denied(by_hand: ByHand, parse: Parse, cue: str, lemma: str, status: str) -> None:
    doc = happening(parse(DENIED.format(cue, lemma)), 4)
    attributed(doc, (1, 2), (2, 5), (0, 1))
    assert by_hand(doc).event("attacked").status == status


@pytest.mark.parametrize(
    ("sentence", "trigger", "cue", "status"),
    [
        (
            (
                "Kessel/NNP/nsubj/2 rejected/VBD/root/0/reject claims/NNS/obj/2/claim that/IN/mark/6"
                " he/PRP/nsubj/6 met/VBD/acl/3/meet her/PRP/obj/6"
            ),
            5,
            (1, 3),
            "denied",
        ),
        (
            (
                "Kessel/NNP/nsubj/2 disputed/VBD/root/0/dispute a/DT/det/4 report/NN/obj/2 that/WDT/nsubj/6"
                " said/VBD/acl:relcl/4/say he/PRP/nsubj/8 met/VBD/ccomp/6/meet her/PRP/obj/8"
            ),
            7,
            (1, 2),
            "denied",
        ),
        ("Kessel/NNP/nsubj/2 denied/VBD/root/0/deny meeting/VBG/obj/2/meet her/PRP/obj/3", 2, (1, 2), "denied"),
        (
            "Kessel/NNP/nsubj/2 denied/VBD/root/0/deny that/IN/mark/5 he/PRP/nsubj/5 met/VBD/advcl/2/meet",
            4,
            (1, 2),
            "denied",
        ),
        ("Kessel/NNP/nsubj/2 denied/VBD/root/0/deny any/DT/det/4 bombing/NN/obj/2", 3, (1, 2), "denied"),
        (
            (
                "Kessel/NNP/nsubj/2 rejected/VBD/root/0/reject a/DT/det/4 plan/NN/obj/2 that/WDT/obj/7"
                " she/PRP/nsubj/7 made/VBD/acl:relcl/4/present"
            ),
            6,
            (1, 2),
            "happened",
        ),
        (
            (
                "Kessel/NNP/nsubj/2 rejected/VBD/root/0/reject offers/NNS/obj/2/offer of/IN/mark/5"
                " meeting/VBG/acl/3/meet her/PRP/obj/5"
            ),
            4,
            (1, 2),
            "happened",
        ),
        (
            "Kessel/NNP/nsubj/2 denied/VBD/root/0/deny lying/VBG/obj/2/lie by/IN/mark/5 leaving/VBG/advcl/3/leave",
            4,
            (1, 2),
            "happened",
        ),
        ("Kessel/NNP/nsubj/2 rejected/VBD/root/0/reject the/DT/det/4 veto/NN/obj/2", 3, (1, 2), "happened"),
    ],
)
def test_only_what_a_denial_is_of_is_denied(
    by_hand: ByHand, parse: Parse, sentence: str, trigger: int, cue: tuple[int, int], status: str
) -> None:
    doc = happening(parse(sentence), trigger)
    attributed(doc, cue, (cue[1], len(doc)), (0, 1))
    assert by_hand(doc).event(doc[trigger].text).status == status


def test_the_words_of_a_quotation_say_what_is_so(by_hand: ByHand, parse: Parse) -> None:
    quoted = (
        "“/``/punct/3 Rebels/NNS/nsubj/3 attacked/VBD/ccomp/6/attack ”/''/punct/3 he/PRP/nsubj/6 denied/VBD/root/0/deny"
    )
    doc = happening(parse(quoted), 2)
    attributed(doc, (5, 6), (0, 4), (4, 5))
    assert by_hand(doc).event("attacked").status == "happened"


def test_what_one_never_did_is_denied(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("Rebels/NNS/nsubj/3 never/RB/advmod/3 attacked/VBD/root/0/attack towns/NNS/obj/3")
    assert by_hand(happening(doc, 2)).event("attacked").status == "denied"


@pytest.mark.parametrize("verb", ["refused/VBD", "refuses/VBZ", "refusing/VBG"])
def test_what_one_refuses_is_denied(by_hand: ByHand, parse: Parse, verb: str) -> None:
    doc = parse(f"Rebels/NNS/nsubj/2 {verb}/root/0/refuse to/TO/mark/4 leave/VB/xcomp/2")
    assert by_hand(happening(doc, 3, status="planned")).event("leave").status == "denied"


def test_a_plan_that_is_denied_stays_a_plan(by_hand: ByHand, parse: Parse) -> None:
    doc = happening(parse(DENIED.format("denied", "deny")), 4, status="planned")
    attributed(doc, (1, 2), (2, 5), (0, 1))
    assert by_hand(doc).event("attacked").status == "planned"


def test_what_someone_tells_has_the_id_of_the_claim(by_hand: ByHand, parse: Parse) -> None:
    doc = happening(parse(DENIED.format("said", "say"), ATTACK.replace("attacked", "burned")), 4, 6)
    attributed(doc, (1, 2), (2, 5), (0, 1))
    found = by_hand(doc)
    assert found.event("attacked").claim == found.claim("attacked").id
    assert found.event("burned").claim is None


def test_the_innermost_speaker_tells_it(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(
        "Holm/NNP/nsubj/2 said/VBD/root/0/say Kessel/NNP/nsubj/4 denied/VBD/ccomp/2/deny rebels/NNS/nsubj/6 "
        "attacked/VBD/ccomp/4/attack"
    )
    attributed(doc, (1, 2), (2, 6), (0, 1))
    attributed(doc, (3, 4), (4, 6), (2, 3))
    found = by_hand(happening(doc, 5))
    inner = next(claim for claim in found.annotation.claims if claim.stance == "deny")
    assert (found.event("attacked").claim, found.event("attacked").status) == (inner.id, "denied")


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        (ATTACK, 1, "attack"),
        ("the/DT/det/2 airstrike/NN/root/0", 1, "attack"),
        ("the/DT/det/2 deaths/NNS/root/0/death", 1, "die"),
    ],
)
def test_the_kind_of_an_event_is_its_verb(
    by_hand: ByHand, parse: Parse, sentence: str, trigger: int, kind: str
) -> None:
    (event,) = by_hand(happening(parse(sentence), trigger)).annotation.reading.events
    assert event.kind == kind


@pytest.mark.parametrize("label", ["STATE", "PERCEPTION", "I_STATE", "REPORTING"])
def test_states_feelings_and_sayings_are_no_events(by_hand: ByHand, parse: Parse, label: str) -> None:
    assert by_hand(happening(parse(ATTACK), 1, label=label)).annotation.reading.events == ()


@pytest.mark.parametrize(
    "sentence", ["Rebels/NNS/nsubj/2 did/VBD/root/0/do it/PRP/obj/2", "a/DT/det/2 table/NN/root/0"]
)
def test_light_verbs_and_nouns_of_things_are_no_events(by_hand: ByHand, parse: Parse, sentence: str) -> None:
    assert by_hand(happening(parse(sentence), 1)).annotation.reading.events == ()


def test_a_cue_without_a_day_is_no_event(by_hand: ByHand, parse: Parse) -> None:
    doc = happening(parse(DENIED.format("denied", "deny")), 1)
    attributed(doc, (1, 2), (2, 5), (0, 1))
    assert by_hand(doc).annotation.reading.events == ()


@pytest.mark.parametrize(("noun", "is_event"), [("bill", True), ("claim", False)])
def test_to_reject_what_nobody_said_is_an_act(by_hand: ByHand, parse: Parse, noun: str, is_event: bool) -> None:
    doc = happening(parse(f"Kessel/NNP/nsubj/2 rejected/VBD/root/0/reject the/DT/det/4 {noun}/NN/obj/2"), 1)
    attributed(doc, (1, 2), (2, 4), (0, 1))
    assert bool(by_hand(doc).annotation.reading.events) == is_event


def test_a_clause_leaves_out_other_clauses(by_hand: ByHand, parse: Parse) -> None:
    found = by_hand(happening(parse(TWICE), 1, 5))
    clauses = [event.clause.text for event in found.annotation.reading.events]
    assert clauses == ["Rebels came on Monday", "left on Sunday"]


def test_a_headline_tells_of_no_event(article_of: Callable[..., Article], told: Callable[..., Told]) -> None:
    article = article_of("Rebels attack town of Ferrel", "The bridge was destroyed by soldiers on Monday.")
    head, body = article.paragraphs
    article = msgspec.structs.replace(
        article,
        paragraphs=(Paragraph(start=head.start, end=head.end, kind="headline", xpath=None), body),
        body=article.body[1:],
    )
    assert [event.trigger.text for event in told(article).annotation.reading.events] == ["destroyed"]


VOTED = "Deputies/NNS/nsubj/2/deputy voted/VBD/root/0/vote to/TO/mark/4 ratify/VB/xcomp/2 a/DT/det/6 treaty/NN/obj/4"


def test_what_is_voted_is_done_by_the_vote(parse: Parse, by_hand: ByHand) -> None:
    told = by_hand(happening(parse(VOTED), 1, 3))
    assert [(event.kind, event.status, event.through) for event in told.annotation.reading.events] == [
        ("vote", "happened", None),
        ("ratify", "happened", 0),
    ]


def test_what_is_only_wished_is_not_done(parse: Parse, by_hand: ByHand) -> None:
    doc = happening(parse(VOTED.replace("voted/VBD/root/0/vote", "hoped/VBD/root/0/hope")), 1, 3)
    doc.spans["events"][1]._.status = "planned"
    assert [(event.status, event.through) for event in by_hand(doc).annotation.reading.events] == [
        ("happened", None),
        ("planned", None),
    ]


ATTACKED = "Rebels/NNS/nsubj/2 attacked/VBD/root/0/attack a/DT/det/4 town/NN/obj/2 ././punct/2"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The/DT/det/2 attack/NN/nsubj/3 lasted/VBD/root/0/last hours/NNS/obj/3", 0),
        ("The/DT/det/2 assault/NN/nsubj/3 lasted/VBD/root/0/last hours/NNS/obj/3", 0),
        ("An/DT/det/2 attack/NN/nsubj/3 lasted/VBD/root/0/last hours/NNS/obj/3", None),
        ("The/DT/det/3 second/JJ/amod/3 attack/NN/nsubj/4 lasted/VBD/root/0/last hours/NNS/obj/4", None),
        ("The/DT/det/2 attack/NN/nsubj/5 on/IN/case/4 ports/NNS/nmod/2 lasted/VBD/root/0/last", None),
        ("The/DT/det/2 trial/NN/nsubj/3 lasted/VBD/root/0/last hours/NNS/obj/3", None),
    ],
)
def test_a_definite_noun_takes_up_what_was_told(
    sentence: str, expected: int | None, parse: Parse, by_hand: ByHand
) -> None:
    doc = parse(ATTACKED, sentence)
    noun = next(token.i for token in doc if token.i > 4 and token.dep_ == "nsubj")
    assert by_hand(happening(doc, 1, noun)).annotation.reading.events[1].takes_up == expected


def test_a_noun_takes_up_no_plan(parse: Parse, by_hand: ByHand) -> None:
    doc = happening(parse(ATTACKED, "The/DT/det/2 attack/NN/nsubj/3 lasted/VBD/root/0/last hours/NNS/obj/3"), 1, 6)
    doc.spans["events"][0]._.status = "planned"
    assert by_hand(doc).annotation.reading.events[1].takes_up is None


def test_a_vote_has_the_tally_of_its_sentence(told: Callable[..., Told]) -> None:
    found = told("The Assembly of Deputies voted 212-3 on Thursday to ratify the treaty.")
    votes = [event.vote for event in found.annotation.reading.events if event.kind == "vote"]
    assert [(vote.for_, vote.against) for vote in votes if vote is not None] == [(212, 3)]


def test_a_vote_without_numbers_may_be_unanimous(told: Callable[..., Told]) -> None:
    found = told("Lawmakers in Kestravia unanimously ratified the treaty on Wednesday.")
    assert [event.vote is not None and event.vote.unanimous for event in found.annotation.reading.events] == [True]


def test_a_visit_during_which_something_was_done_has_its_day(told: Callable[..., Told]) -> None:
    found = told("Zhelnar signed the treaty on May 6, 2030, during a visit to Port Halmey.")
    times = {event.kind: event.time for event in found.annotation.reading.events}
    assert times["visit"] is not None
    assert times["visit"] == times["sign"]


def test_who_says_i_in_a_quotation_is_its_speaker(told: Callable[..., Told]) -> None:
    found = told("“I will not resign,” Emeric Zhelnar said on Thursday. “I signed the treaty myself.”")
    (zhelnar,) = (entity.id for entity in found.annotation.entities if entity.type == "person")
    agents = {
        actor.entity
        for event in found.annotation.reading.events
        if event.kind in {"resign", "sign"}
        for actor in event.actors
        if actor.role == "agent"
    }
    assert agents == {zhelnar}
