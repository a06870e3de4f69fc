"""Mutual aid is anonymous: no surname may stand in an entry for it.

A given name with a capitalised word after it is taken for a person, unless that word is one of a
place or a day: `Rose Lane` and `St Mark's Hall` are addresses. Names that are words as well, such
as Will and Grace, are not in the list, nor are names that are mostly towns. What it misses, the
person who checks an entry has to see.

Source: https://github.com/code4recovery/spec ("No last names should be used in meeting data")
"""

import re
from collections.abc import Iterator

from recovery_radio.check.texts import texts_of, words_about
from recovery_radio.model.problem import Problem
from recovery_radio.model.service import MUTUAL_AID, Service

_GIVEN = frozenset(
    "Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aidan Aisha Alan Alasdair Albert Alex Alexander"
    " Alfie Ali Alice Alison Amanda Amy Andrea Andrew Andy Angela Angus Anita Ann Anna Anne"
    " Annie Anthony Antonia Archie Arthur Barbara Barry Becky Ben Benjamin Bernadette Bernard"
    " Beth Bethany Betty Bob Bobby Brenda Brian Bridget Bronwen Bruce Callum Cameron Carl Carol"
    " Caroline Catherine Cathy Charles Charlie Chris Christine Christopher Claire Clare Colin"
    " Connor Craig Damian Dan Daniel Danny Darren Dave David Dean Deborah Debbie Declan Denise"
    " Dennis Derek Diana Diane Dominic Donald Donna Doreen Dorothy Dougie Duncan Dylan Eamonn"
    " Eddie Edward Eileen Elaine Eleanor Elizabeth Ellen Emily Emma Eric Evelyn Ewan Fatima"
    " Fiona Fran Frances Fraser Fred Freddie Gareth Gary Gavin Geoff Geoffrey George Georgina"
    " Gerald Gerry Gillian Glen Glenn Gordon Graeme Graham Greg Gwen Hamish Hannah Harriet Harry"
    " Hazel Heather Helen Henry Hilary Howard Hugh Iain Ian Imran Irene Isabel Jack Jackie Jacob"
    " Jacqueline Jake James Jamie Jan Jane Janet Janice Jason Jean Jeff Jen Jennifer Jenny Jeremy"
    " Jessica Jill Jim Jimmy Joan Joanna Joanne Joe John Johnny Jon Jonathan Joseph Josh Joyce"
    " Judith Judy Julia Julian Julie Karen Karl Kate Katherine Kathleen Kathy Katie Keith Kelly"
    " Ken Kenneth Kerry Kevin Kieran Kirsty Kyle Laura Lauren Lee Len Leonard Lesley Lewis Liam"
    " Linda Lisa Liz Lorna Lorraine Louise Lucy Luke Lynn Maggie Malcolm Mandy Margaret Maria Marie"
    " Marilyn Mark Martin Mary Matt Matthew Maureen Megan Mel Melanie Michael Michelle Mick Mike"
    " Mohammed Moira Molly Morag Moira Muhammad Nadia Nancy Natalie Nathan Neil Niall Nicholas"
    " Nick Nicky Nicola Nigel Nina Noel Norma Norman Oliver Olivia Oscar Owen Paddy Pam Pamela"
    " Patricia Patrick Paul Paula Pauline Pawel Peggy Pete Peter Phil Philip Phillip Phyllis Rachel"
    " Ralph Raymond Rebecca Reg Rhian Rhys Richard Rick Rita Rob Robert Robin Rodney Roger Ron"
    " Ronald Rory Rosemary Ross Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah"
    " Scott Sean Shane Sharon Shaun Sheila Shirley Sian Simon Siobhan Sophie Stacey Stan Stanley"
    " Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Suzanne Sylvia Tania Ted"
    " Terence Teresa Terry Theresa Thomas Tim Timothy Tina Toby Tom Tommy Tony Tracey Tracy Trevor"
    " Una Valerie Vanessa Vera Vic Vicky Vincent Wayne Wendy William Yasmin Yvonne Zoe".split()
)
_NO_SURNAMES = frozenset(
    "Street St Road Rd Lane Avenue Drive Close Court Crescent Place Square Gardens Green Park"
    " Terrace Way Walk Row Hill Bridge Wharf Quay House Hall Church Chapel Cathedral Centre Center"
    " Hospital Clinic Surgery School College University Library Institute Building Rooms Room"
    " Foundation Trust Society Group Meeting Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday And Or The In At On Is Has Will Can".split()
)
_NO_SAINT = r"(?<!\bSt )(?<!\bSt\. )(?<!\bSaint )(?<!\bSS )"
_WORD = r"[A-Z][a-zà-öø-ÿ]+"
_SURNAME = r"(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-zà-öø-ÿ]+)?"
_PERSON = re.compile(rf"{_NO_SAINT}\b({_WORD}) ({_SURNAME})\b")
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? {_SURNAME}\b")
_NAMED = re.compile(rf"{_NO_SAINT}\b({_WORD})\b")
_ADDRESS = re.compile(r"([a-z]+)[._-][a-z]{2,}[0-9]*@")


def check_anonymity(service: Service) -> Iterator[Problem]:
    """Find surnames in an entry for mutual aid, or with a session of that kind."""
    kinds = {session.kind for place in service.places for session in place.sessions}
    if MUTUAL_AID not in {service.kind, *kinds}:
        return
    repair = "Take the surname out: a first name will do, or a role such as `the secretary`."
    for key, text in (*texts_of(service, "name", "contact"), *words_about(service)):
        if found := find_person(text):
            what = f"Mutual aid is anonymous, and this looks like a person's full name: '{found}'."
            yield service.origin.problem(key, what, repair, "surname")


def find_person(text: str) -> str | None:
    """Find the first full name of a person, or an e-mail address that is made from one."""
    if found := _TITLED.search(text):
        return found[0]
    start = 0
    while found := _PERSON.search(text, start):
        given, surname = found.groups()
        if given in _GIVEN and surname not in _NO_SURNAMES:
            return found[0]
        # The second word may be the given name of the next pair.
        start = found.start(2)
    found = _ADDRESS.search(text)
    return found[0] if found and found[1].capitalize() in _GIVEN else None


def find_first_name(text: str) -> str | None:
    """Find the first given name, for texts in which not even that may stand."""
    return next((name for name in _NAMED.findall(text) if name in _GIVEN), None)
