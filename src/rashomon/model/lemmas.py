"""Lemmas as edits: what turns a form into its lemma, said so that it fits other words as well.

A rule is ``case + cut + ":" + ending``: put the form into lower case (``l``) or leave it (``k``), cut so many
characters from its end and add the ending: ``l3:y`` makes "parties" into "party" (edit scripts, Chrupala 2006).

The model chooses the rule, and a dictionary (lemminflect, from the SPECIALIST Lexicon of the US National Library of
Medicine) corrects it: a verb, noun or adjective that the dictionary knows gets a lemma that it allows.
"""

INFLECTED = frozenset({"VERB", "NOUN", "ADJ"})


def rule_of(form: str, lemma: str) -> str:
    """Return the rule that turns ``form`` into ``lemma``."""
    case = "l" if lemma == lemma.lower() else "k"
    base = form.lower() if case == "l" else form
    common = 0
    for one, other in zip(base, lemma, strict=False):
        if one != other:
            break
        common += 1
    return f"{case}{len(base) - common}:{lemma[common:]}"


def lemma_of(form: str, rule: str) -> str:
    """Return what the rule makes of ``form``; one that cuts more than there is leaves the form as it is."""
    base = form.lower() if rule[0] == "l" else form
    cut, _, ending = rule[1:].partition(":")
    count = int(cut)
    if count > len(base):
        return base
    return (base[: len(base) - count] + ending) or base


def in_dictionary(form: str, upos: str, lemma: str) -> str:
    """Return ``lemma`` if the dictionary allows it for the form, its own first lemma if it knows the form at all."""
    if upos not in INFLECTED or not form.isascii():
        return lemma
    from lemminflect import getLemma  # noqa: PLC0415 - half a second, for those only who read texts

    known: tuple[str, ...] = getLemma(form.lower(), upos, lemmatize_oov=False)
    return lemma if not known or lemma in known else known[0]
