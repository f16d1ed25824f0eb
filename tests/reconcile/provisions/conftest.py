"""What the tests of provisions share: stories of one measure and its board, made by hand."""

from collections.abc import Callable, Sequence

import msgspec
import pytest

from rashomon.reconcile.differences import Story
from rashomon.reconcile.provisions import with_provisions
from rashomon.records import Article, Claim, Procedure, Provision, Span, Stage, Subject, Support
from tests.publish.tellings import claim, words

ArticleOf = Callable[..., Article]
PASSED = "Norvia’s parliament ratified a defence treaty with Quellia on Monday."
BILL = "The Senate on Tuesday passed a bill on road safety."


class Telling:
    """Articles that tell of one treaty or bill, whose board rests on a sentence that they share."""

    def __init__(self, article_of: ArticleOf) -> None:
        """Take what makes articles."""
        self.article_of = article_of
        self.articles: list[Article] = []
        self.claims: list[Claim] = []

    def account(self, *paragraphs: str, **kept: object) -> "Telling":
        """Tell of it in one more article, a day after the one before."""
        number = len(self.articles)
        article = self.article_of(*paragraphs, source=f"{number}.txt", day=f"2031-03-{number + 1:02}")
        self.articles.append(msgspec.structs.replace(article, **kept))
        return self

    def said(self, speaker: str, cue: str, content: str) -> "Telling":
        """Let someone say words of the last article."""
        self.claims.append(claim(self.articles[-1], speaker, cue, content))
        return self

    def procedures(self, *boards: Procedure) -> tuple[Procedure, ...]:
        """Return boards with what is provided."""
        story = Story(articles=self.articles, readings=(), entities=(), claims=self.claims, events=(), figures=())
        return with_provisions(boards, story)

    def provisions(self, name: str = "treaty", kind: str = "treaty-ratification") -> tuple[Provision, ...]:
        """Return what the measure provides of the board whose stage the first sentence of each article tells."""
        evidence = [
            words(article, sentence)
            for article in self.articles
            for sentence in (PASSED, BILL)
            if sentence in article.text
        ]
        return self.procedures(board(evidence, name, kind))[0].provisions


def board(evidence: Sequence[Span], name: str, kind: str = "treaty-ratification") -> Procedure:
    """Return a procedure of one stage."""
    stage = Stage(
        stage="chamber",
        label="parliament",
        state="done",
        implied=False,
        time=None,
        body=None,
        vote=None,
        evidence=tuple(evidence),
        support=Support(articles=1, outlets=1, independent=1, origins=1),
    )
    return Procedure(
        id=name,
        kind=kind,
        subject=Subject(name=name, entity=None),
        party=None,
        next=None,
        next_actor=None,
        rule=None,
        stages=(stage,),
        provisions=(),
    )


def parts(provision: Provision) -> tuple[str, str | None, str | None]:
    """Return the words of a provision: what is to be done, on which condition, on which basis."""
    condition = None if provision.condition is None else provision.condition.text
    return provision.obligation.text, condition, None if provision.basis is None else provision.basis.text


def told(telling: Telling, sentence: str) -> list[tuple[str, str | None, str | None]]:
    """Return what is provided by one article that tells of the treaty's ratification and then says a sentence."""
    return [parts(one) for one in telling.account(f"{PASSED} {sentence}").provisions()]


@pytest.fixture
def telling(article_of: ArticleOf) -> Telling:
    """Return a story that nobody has told yet."""
    return Telling(article_of)
