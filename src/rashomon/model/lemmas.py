"""Lemmas as edits: what turns a form into its lemma, said so that it fits other words as well.

A rule is ``case + cut + ":" + ending``: put the form into lower case (``l``) or leave it (``k``), cut so many
characters from its end and add the ending: ``l3:y`` makes "parties" into "party" (edit scripts, Chrupala 2006).
"""


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
