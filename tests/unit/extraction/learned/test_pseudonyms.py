"""The core reads one word for each name, whatever the name, and what it says is laid over the article's own words."""

from annotated_world import reading

from pipeline.extraction.learned.core import WEIGHTS
from pipeline.extraction.learned.extractor import sentences_of
from pipeline.extraction.learned.name_places import names_of
from pipeline.extraction.learned.pseudonyms import PSEUDONYMS, replaced
from pipeline.extraction.learned.windows import Replacement, Sentence, tokenizer_of, windows_of

TOKENIZER = tokenizer_of(WEIGHTS)
TEXT = "{0} Bank signed a deal with {1}. {0} Bank expects growth in Austria, said {2}."


def ids_of(text, names, people):
    """The tokens that the core reads of a text in which these companies and persons are named."""
    page = reading(text, orgs=names, people=people, places=("Austria",))
    return [piece.ids for window in windows_of(sentences_of(page), TOKENIZER) for piece in window.pieces]


def test_two_worlds_of_other_names_are_read_alike():
    """Nothing that is said can lean on who is named."""
    one = TEXT.format("Oslund", "Tarvik Electronics Ltd", "Anna Weber")
    other = TEXT.format("Qarrowmere & Sons", "Bo", "Li")
    assert ids_of(one, ("Oslund Bank", "Tarvik Electronics Ltd"), ("Anna Weber",)) == ids_of(
        other, ("Qarrowmere & Sons Bank", "Bo"), ("Li",)
    )


def test_who_is_named_twice_is_the_same_and_two_are_two():
    """One word for one bearer."""
    page = reading("Oslund met Tarvik. Oslund left.", orgs=("Oslund", "Tarvik"))
    said = replaced(names_of(page.cast, page.sentences, page.text), PSEUDONYMS)
    first, second, again = (r.words for sentence in said.values() for r in sentence)
    assert first == again != second


def test_what_a_name_tells_of_its_bearer_stays():
    """A bank is still read as a bank, a country as itself."""
    page = reading("Oslund Bank is from Austria.", orgs=("Oslund Bank",), places=("Austria",))
    (said,) = replaced(names_of(page.cast, page.sentences, page.text), PSEUDONYMS).values()
    assert [r.words.split()[1:] for r in said] == [["Bank"]]


def test_a_name_whose_kind_is_mistaken_changes_no_other():
    """Whoever is taken for a company in one article and for a person in another, the rest is read alike."""
    text = "Ana Lind met Oslund."
    as_person = reading(text, orgs=("Oslund",), people=("Ana Lind",))
    as_company = reading(text, orgs=("Oslund", "Ana Lind"))
    last = [
        replaced(names_of(page.cast, page.sentences, page.text), PSEUDONYMS)[0][-1].words
        for page in (as_person, as_company)
    ]
    assert last[0] == last[1]


def test_a_handle_and_the_city_of_a_firm_are_no_names_to_read():
    """What "@oslundmobile" and "Lyon-based" name is nobody's business."""
    page = reading("The Lyon-based firm thanked @oslundmobile.")
    (said,) = replaced(names_of(page.cast, page.sentences, page.text), PSEUDONYMS).values()
    city, handle = (r.words for r in said)
    assert city in PSEUDONYMS["place"]
    assert handle == "@account"


def test_more_names_than_pseudonyms_are_all_read():
    """The words are used again rather than running out."""
    names = tuple(f"Company{chr(65 + n // 26)}{chr(65 + n % 26)}x" for n in range(3 * len(PSEUDONYMS["org"])))
    page = reading(" and ".join(names) + " met.", orgs=names)
    (said,) = replaced(names_of(page.cast, page.sentences, page.text), PSEUDONYMS).values()
    assert len(said) == len(names)


def test_the_tokens_of_a_replacement_stand_for_the_whole_name():
    """What the core says of them is evidence in the article's own words."""
    text = "Tarvik Electronics Ltd grew."
    sentence = Sentence(0, text, "lead", quoted=False, replaced=(Replacement(0, 22, "Sigma Bank"),))
    (window,) = windows_of([sentence], TOKENIZER)
    assert [text[a:b] for a, b in window.pieces[0].spans] == [*["Tarvik Electronics Ltd"] * 2, "grew", "."]
