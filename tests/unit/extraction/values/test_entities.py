"""A name is typed by all that the document says of it."""

import pytest
from values_world import entity, kinds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The phone maker Oslund has opened a plant.", "Oslund", "org"),
        ("Shares of Oslund rose after the news.", "Oslund", "org"),
        ("Kestova this week said no to Oslund Ltd.", "Kestova", "org"),
        ("It bought a 20 per cent stake in Kestova Harl.", "Kestova Harl", "org"),
        ("Kestova Harl (NSE: KEST) rose.", "Kestova Harl", "org"),
        ("Kestova Harl, a maker of pumps, rose.", "Kestova Harl", "org"),
        ("They met Ina Tarvold, chief executive of Oslund Ltd.", "Ina Tarvold", "person"),
        ("Mr Tarvold said so.", "Tarvold", "person"),
        ("Chairman Datuk Ong Beng Tarvold spoke. Later Ong left.", "Ong Beng Tarvold", "person"),
        ("Oslund Ltd has named Brit Tarvold chief financial officer.", "Brit Tarvold", "person"),
        ("Lur Tarvold, 54, takes over in May.", "Lur Tarvold", "person"),
        ("Firms like Lur Tarvold's Oslund are keen.", "Lur Tarvold", "person"),
        ("The plant stands in Wuppertal.", "Wuppertal", "place"),
        ("The Wuppertal-based firm rose.", "Wuppertal", "place"),
        ("The Ministry of Trade and Industry agreed.", "Ministry of Trade and Industry", "government"),
        ("Kenyan authorities have accused Oslund Ltd.", "Kenyan authorities", "government"),
        ("Brazil's central bank agreed.", "Brazil's central bank", "government"),
        ("The Competition Commission has fined Oslund Ltd.", "Competition Commission", "government"),
        ("The US Department of Justice has sued Oslund Ltd.", "US Department of Justice", "government"),
        ("A U.S. Justice Department case against Oslund Ltd.", "U.S. Justice Department", "government"),
        ("Justice Ana Tarvold fined Oslund Ltd.", "Ana Tarvold", "person"),
        ("Former Bank of Oslund chief Ina Tarvold left.", "Bank of Oslund", "org"),
        ("Norwegian Air Tarvik ASA has sued Oslund Ltd.", "Norwegian Air Tarvik ASA", "org"),
        ("It was sold by First Tarvik Bancshares.", "First Tarvik Bancshares", "org"),
        ("It was sold by Tarvik Nine.", "Tarvik Nine", "org"),
        ("It was sold by Tarvik Media.", "Tarvik Media", "org"),
        ("It is a dispute with the Kesto Deckhands' Federation.", "Kesto Deckhands' Federation", "org"),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(text, name, kind):
    """Descriptions, titles, tickers, prepositions, and the name's own words."""
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "company", "person"),
    [
        ("They asked Oslund Chief Executive Officer Ina Tarvold why.", "Oslund", "Ina Tarvold"),
        ("They asked Oslund Corp. Chief Executive Officer Ina Tarvold why.", "Oslund Corp.", "Ina Tarvold"),
        ("They asked Oslund Motor Chief Financial Officer Ina Tarvold why.", "Oslund Motor", "Ina Tarvold"),
        ("They asked Oslund Senior Vice President Ina Tarvold why.", "Oslund", "Ina Tarvold"),
        ("Former Oslund Chair and CEO Ina Tarvold spoke to us.", "Oslund", "Ina Tarvold"),
        ("They asked ex-Oslund boss Ina Tarvold why.", "Oslund", "Ina Tarvold"),
        ("They asked Oslund Chief Foods Ltd why.", "Oslund Chief Foods Ltd", None),
    ],
)
def test_a_title_between_a_company_and_a_person_parts_them(text, company, person):
    """In any number of words, with what says that it is held no more; not a word that a company is called by."""
    assert set(kinds(text)) == {company, person} - {None}


def test_a_surname_that_is_also_short_for_a_state_stays_a_name():
    """Connecticut's and Minnesota's short forms are surnames too."""
    assert {"Iris Conn", "Mara Minn"} <= set(kinds("Iris Conn, chief executive, and Mara Minn, chairwoman, spoke."))


def test_later_mentions_help_an_early_one():
    """A name without a clue is what it is elsewhere in the document."""
    text = "They talked with Tarvik.\n\nTarvik Electronics Ltd makes pumps.\n\nTarvik is ready."
    assert entity(text, "Tarvik").kind == "org"


def test_a_surname_that_opens_a_sentence_is_known_from_the_full_name():
    """The word's class alone would tell "Trarent" from "Trade" now and then."""
    text = "The plan is that of Prime Minister Daniel Trarent.\n\nTrarent’s financial incentives have helped."
    assert text.rindex("Trarent") in {s.start for s in entity(text, "Daniel Trarent").surfaces}


@pytest.mark.parametrize(
    ("text", "is_outlet"),
    [
        ("Oslund Ltd will buy Harl Ltd, a manager told Tarvane on Monday.", True),
        ("Oslund Ltd will buy Harl Ltd, according to a letter seen by Tarvane.", True),
        ("Oslund Ltd will buy Harl Ltd, Tarvane reported on Tuesday.", True),
        ("Oslund Ltd chief Ina Berg joined Ola Harl from Tarvane to announce a sale.", True),
        ("Ina Berg of Oslund Ltd sat down with Tarvane, and revealed to Tarvane that it is sold.", True),
        ("Oslund Ltd told Tarvane to give the pumps back.", False),
        ("Ina Berg joined Ola Harl from Tarvane to build pumps.", False),
        ("Oslund Ltd will buy Tarvane, a manager told Tarvane.", False),
        ("Tarvane reported a profit of $2 million.", False),
    ],
)
def test_who_only_hears_and_reports_is_an_outlet_and_no_party(text, is_outlet):
    """Whoever is told to do something, or has any part of its own, is none."""
    assert ("Tarvane" not in kinds(text)) == is_outlet


def test_a_short_name_that_only_hears_stays_one_of_the_longer_name():
    """A company is told things too, and then called by its short name."""
    assert (
        "Tarvane" in entity("Tarvane Ltd will buy Harl Ltd. A manager told Tarvane on Monday.", "Tarvane Ltd").aliases
    )


def test_a_city_stays_a_city():
    """Large cities of the gazetteer are no companies because they act."""
    assert kinds("Talks went on in Mumbai. Mumbai has said no.")["Mumbai"] == "place"


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("However, the Indian EMS industry grows. It makes TVs.", {"However", "Indian", "TVs"}),
        ("On Monday, the Chief Executive spoke in May.", {"Monday", "Chief Executive", "May"}),
        ("The “Make It Here” plan helps.", {"Make It Here"}),
        ("Oslund Ltd (NASDAQ: OSL) rose.", {"NASDAQ", "OSL"}),
        ("Oslund Ltd raised RM1.5b in a Series D.", {"RM1.5b", "RM1.5", "Series D"}),
        ("Oslund Ltd asks for Rs 99 a month.", {"Rs"}),
        ("Oslund Ltd moves. The 1.1m euros went to Harl Ltd.", {"The 1.1m", "1.1m"}),
        ("Around 250 of them left. Sundays are quiet.", {"Around 250", "Sundays"}),
        ("Two of Oslund Ltd. One Harl Ltd plant.", {"Two", "One Harl Ltd"}),
        ("Oslund Ltd works with Harl Ltd on COVID-19 tests; Ebola is next.", {"COVID-19", "Ebola"}),
        ("Ot the same time, Oslund Ltd grows.", {"Ot"}),
        ("“I'm glad,” said Oslund Ltd. “We’ve done it. It couldn't be.”", {"I'm", "We’ve", "We"}),
        (
            "The suits forced Oslund Ltd into Chapter 11. A Chapter 7 case followed.",
            {"Chapter", "Chapter 11", "Chapter 7"},
        ),
    ],
)
def test_capitals_alone_make_no_name(text, absent):
    """Openers, origins, titles, days, slogans, tickers and illnesses name nobody."""
    assert not absent & set(kinds(text))


def test_a_title_cased_headline_makes_no_names():
    """Where every word is capitalised, names come from the body."""
    text = "Kestova Mills Opens Giant Spinning Plant Near Graz\n\nKestova Mills opened it."
    assert set(kinds(text, headline=text.split("\n", maxsplit=1)[0])) == {"Kestova Mills"}


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Tarvik Electronics (India) Limited grew. Tarvik is glad.", "Tarvik Electronics (India) Limited", "Tarvik"),
        ("Tarvik Electronics Limited (TEL) grew. TEL is glad.", "Tarvik Electronics Limited", "TEL"),
        ("Harlow Steel and Iron Works grew. HSIW said so.", "Harlow Steel", None),
        ("Oslund Inc., formerly Kestova Ltd., grew.", "Oslund Inc.", "Kestova Ltd."),
        ("Said Ana Maria Tarvold, a director: no. Tarvold left.", "Ana Maria Tarvold", "Tarvold"),
        ("Oslund makes phones. Oslund India sells them.", "Oslund", "Oslund India"),
        ("Oslund grew. Oslund's rival Harl Ltd. fell.", "Oslund", None),
        ("The UK Steel Markets Authority spoke. The SMA is new.", "UK Steel Markets Authority", "SMA"),
        ("The US Department of Justice spoke. The DoJ is old.", "US Department of Justice", "DoJ"),
        ("The Bank of Kesto spoke. BOK is old.", "Bank of Kesto", "BOK"),
    ],
)
def test_shorter_names_acronyms_and_former_names_are_aliases(text, name, alias):
    """They are learned from the text."""
    found = entity(text, name)
    assert alias is None or alias in found.aliases


def test_two_names_without_a_space_between_are_no_third():
    """A page lost the line's end between them."""
    text = "Oslund makes pumps. Oslund Systems grew.\n\nAbout Oslund SystemsOslund Systems Inc. makes pumps."
    assert not [name for name in kinds(text) if "SystemsO" in name]
    assert set(kinds("Oslund grew.\n\nAbout OSLUND Oslund makes pumps, the pump maker said.")) == {"Oslund"}


def test_companies_that_share_a_common_word_stay_apart():
    """A place or a trade in a name does not make two one."""
    assert {"National Tarvik Bank", "National Oslund Bank"} <= set(
        kinds("National Tarvik Bank sued National Oslund Bank.")
    )


def test_the_same_company_has_the_same_id_in_every_article():
    """Legal forms, articles and case do not count."""
    one = entity("Oslund Mobile Ltd. grew.", "Oslund Mobile Ltd.")
    two = entity("Profits at Oslund Mobile grew.", "Oslund Mobile")
    assert one.entity_id == two.entity_id


def test_a_renamed_text_has_the_same_kinds():
    """Nothing leans on a name that somebody has met before."""
    text = "{0} Electronics, based in Graz, signed with {1}. {1} chief executive Ana {2} was glad."
    one = kinds(text.format("Tarvik", "Oslund", "Harl"))
    two = kinds(text.format("Brelox", "Zundavi", "Quim"))
    assert list(one.values()) == list(two.values())


def test_a_currency_on_a_chain_is_no_company():
    """It is bought and sold, and signs nothing."""
    assert set(kinds("Kestova Harl Ltd buys Bitcoin. Bitcoin ETFs rose.")) == {"Kestova Harl Ltd"}


def test_what_a_wire_puts_before_a_headline_is_no_part_of_a_name():
    """The words "UPDATE 2-" tell how often the report was sent."""
    text = "UPDATE 2-Oslund to shut pump works\n\nOslund will shut its works, the pump maker said."
    assert set(kinds(text)) == {"Oslund"}
