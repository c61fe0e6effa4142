"""Amounts are read in all the notations that news uses."""

import pytest
from values_world import annotated


def amounts(text):
    """Value and unit of the amounts found."""
    return [(a.value, a.unit) for a in annotated(text).amounts]


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("US$676 million", (676_000_000, "USD")),
        ("$37 million", (37_000_000, "USD")),
        ("€1.2bn", (1_200_000_000, "EUR")),
        ("£3m", (3_000_000, "GBP")),
        ("Rs 180 crore", (1_800_000_000, "INR")),
        ("12 million euros", (12_000_000, "EUR")),
        ("4.2 trillion won", (4_200_000_000_000, "KRW")),
        ("SAR520 million", (520_000_000, "SAR")),
        ("2.2 billion Egyptian pounds", (2_200_000_000, "EGP")),
        ("50 per cent", (50, "percent")),
        ("51%", (51, "percent")),
        ("fifty percent", (50, "percent")),
        ("320,000 square feet", (320_000, "sqft")),
        ("210,000 sq ft", (210_000, "sqft")),
        ("14 hectares", (14, "hectares")),
        ("800 megawatts", (800, "MW")),
        ("1.5 GW", (1500, "MW")),
        ("900 people", (900, "people")),
        ("nine hundred jobs", (900, "people")),
        ("1,200 permanent staff", (1200, "people")),
        ("18,000 stores", (18_000, "units")),
        ("9.25 million shares", (9_250_000, "shares")),
    ],
)
def test_a_notation_gives_value_and_unit(said, amount):
    """In figures or words, with sign, code or name."""
    assert amounts(f"The plan is for {said} in all.") == [amount]


def test_an_adjective_of_area_counts_too():
    """A hyphen joins figure and unit."""
    assert amounts("It builds a 240,000-square-foot plant.") == [(240_000, "sqft")]


def test_both_ends_of_a_range_are_told():
    """The scale of the end holds for the beginning."""
    assert amounts("It costs $10-15 million.") == [(10_000_000, "USD"), (15_000_000, "USD")]


def test_a_price_per_share_is_a_unit_of_its_own():
    """It cannot be added to sums of money."""
    assert amounts("It pays $25 a share.") == [(25, "USD/share")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslund Ltd was fined $3 million.", "fine"),
        ("Oslund Ltd raised $3 million.", "funding"),
        ("Oslund Ltd bought it for $3 million.", "deal_value"),
        ("Oslund Ltd took a 20% stake.", "stake"),
        ("Oslund Ltd cuts 300 jobs.", "job_cuts"),
        ("Oslund Ltd hires 300 people.", "jobs"),
    ],
)
def test_the_words_around_tell_what_is_counted(text, kind):
    """A fine is no price."""
    assert [a.kind for a in annotated(text).amounts] == [kind]


def test_a_bound_is_kept_as_a_qualifier():
    """Up to is not exactly."""
    assert annotated("It pays up to $565 million.").amounts[0].qualifier == "up to"


def test_a_bare_dollar_is_that_of_the_text():
    """Written out elsewhere, it holds for the rest."""
    assert ("CAD" in {u for _, u in amounts("It paid C$2 million, then $3 million more.")}) is True


def test_a_clock_time_or_year_is_no_amount():
    """Only what stands in a unit counts."""
    assert not amounts("In 2015 at 4 pm, version 3.2 came out.")


@pytest.mark.parametrize(
    ("headline", "amount"),
    [
        ("Oslund Secures $42 Million in Orders", (42_000_000, "USD")),
        ("Oslund Raises $5 BILLION", (5_000_000_000, "USD")),
        ("Oslund Opens 50 New Stores", (50, "units")),
        ("Oslund Buys 120 Acres", (120, "acres")),
        ("Oslund Takes 30 Percent", (30, "percent")),
    ],
)
def test_capitals_of_a_headline_hide_neither_scale_nor_unit(headline, amount):
    """Forty-two dollars and forty-two million are not alike."""
    assert amounts(f"{headline}.") == [amount]


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("190p a share", (1.9, "GBP/share")),
        ("610 pence a share", (6.1, "GBP/share")),
        ("25 cents a share", (0.25, "USD/share")),
        ("a $41-a-share offer", (41, "USD/share")),
        ("$US20 million", (20_000_000, "USD")),
        ("$A20 million", (20_000_000, "AUD")),
    ],
)
def test_small_coins_and_signs_of_other_habits_are_read(said, amount):
    """A share may cost pence; a sign may come before its country."""
    assert amounts(f"The plan is for {said} in all.") == [amount]


def test_some_of_many_are_told_without_the_many():
    """What is not touched is no amount of the news."""
    assert amounts("About 190 of 260 jobs are to go.") == [(190, "people")]


def test_rupees_are_those_of_the_country_that_is_spoken_of():
    """Nepal and Pakistan have their own."""
    assert amounts("Oslund Ltd of Kathmandu, Nepal, paid Rs 8 billion.") == [(8_000_000_000, "NPR")]


def test_a_year_in_which_something_was_won_is_no_sum():
    """The Korean currency is a verb too."""
    assert amounts("Oslund Ltd in 2019 won a prize of 500 won.") == [(500, "KRW")]


def test_tokens_are_no_currency_because_a_currency_sounds_like_them():
    """SOL is no code of a country's money, PEN is."""
    assert amounts("It holds 6,834 SOL and 20 PEN.") == [(20, "PEN")]


def test_a_sum_is_exactly_what_is_written():
    """4.1 times a million millions has no crumbs."""
    assert amounts("It is a $4.1 trillion market.") == [(4_100_000_000_000, "USD")]


def test_one_of_many_is_a_manner_of_speaking():
    """It counts nothing."""
    assert not amounts("It is one of the largest sites of its kind.")


def test_millions_without_a_sign_are_of_the_currency_before_them():
    """A milestone is paid in what the first sum was paid in; users are not."""
    text = "It gets 20 million francs now, and up to 190 million in milestones. It has 30 million users."
    assert amounts(text) == [(20_000_000, "CHF"), (190_000_000, "CHF")]


def test_the_number_of_a_trial_counts_nothing():
    """Phase 3 is the third one."""
    assert amounts("The drug is in Phase 3 sites and 12 sites more.") == [(12, "units")]


@pytest.mark.parametrize(
    "told",
    [
        "Oslund has raised $5 million to date.",
        "Oslund has now raised a total of about $5 million.",
        "Oslund has attracted $5 million (€4 million) of funding in total.",
        "The round brings its total funding to more than $5 million.",
        "Oslund has collected $5 million from its backers since it was founded in 2014.",
    ],
)
def test_what_all_rounds_make_together_is_the_sum_of_none(told):
    """It would be read as what the latest one brought."""
    assert (5_000_000, "USD") not in amounts(told)


@pytest.mark.parametrize(
    "told",
    [
        "Oslund raised a total of $5 million from Tarvane.",
        "Oslund has raised a total of $5 million in a seed round.",
        "Oslund has raised $5 million from Tarvane. It has three partners so far.",
        "Oslund will invest $5 million in total.",
        "Oslund won a $5 million contract, its largest to date.",
        "Oslund has raised $5 million in its biggest round so far.",
        "Oslund paid $5 million, the most so far.",
        "Oslund will bring $5 million to a fund.",
    ],
)
def test_a_round_told_as_a_total_is_a_sum(told):
    """Only what goes beyond one happening is left out."""
    assert (5_000_000, "USD") in amounts(told)
