"""Units: what news measures and counts in."""

from pipeline.extraction.words import words

MEASURES: tuple[tuple[str, str, float], ...] = (
    (r"(?:(?i:square[\s-](?:feet|foot))|sq\.?[\s-]?(?:ft|feet)\.?|sqft|sf)", "sqft", 1),
    (r"(?:(?i:square[\s-](?:metres?|meters?))|sq\.?\s?(?:m|metres?|meters?)|sqm|m2|m²)", "sqm", 1),
    (r"(?:(?i:hectares?)|ha)", "hectares", 1),
    (r"(?i:acres?)", "acres", 1),
    (r"(?:(?i:megawatt[\s-]hours?)|MWh)", "MWh", 1),
    (r"(?:(?i:gigawatt[\s-]hours?)|GWh)", "GWh", 1),
    (r"(?:(?i:megawatts?)|MW)", "MW", 1),
    (r"(?:(?i:gigawatts?)|GW)", "MW", 1000),
    (r"(?i:tonnes?|metric\stons?|tons?)", "tonnes", 1),
)

_PEOPLE = words(
    """people jobs job employees staff workers positions posts roles engineers staffers drivers pilots nurses miners
    technicians colleagues redundancies layoffs hires recruits staff-members employee worker apprentices members mechanics
    teachers operators salespeople scientists researchers developers conductors crew crews handlers personnel folk men women
    fitters agents assistants clerks couriers riders pickers packers managers trainees contractors graduates nurses doctors
    dockers cleaners hands headcount analysts programmers journalists bankers traders consultants guards cooks welders"""
)
_THINGS = words(
    """stores shops outlets sites locations branches restaurants factories plants warehouses hotels supermarkets pubs
    clinics hospitals offices centres centers stations schools showrooms dealerships cafes gyms cinemas depots mines wells
    units vehicles cars trucks buses trains aircraft planes jets ships vessels ferries bikes motorcycles scooters trailers
    homes apartments flats houses rooms beds seats devices phones smartphones handsets machines robots chargers turbines
    batteries tins bottles jars packs batches boxes tablets doses vials pallets containers lockers masts towers panels
    barrels blocks lorries vans tractors tyres tires cans kits models engines rounds counters lines racks routes
    destinations facilities properties helicopters satellites terminals berths platforms products toys appliances
    chips processors semiconductors drones locomotives stalls kiosks servers yachts boats cranes screens theatres theaters
    salons bakeries boutiques pieces sets patents instruments contracts fridges ovens washers dryers bicycles e-bikes
    wagons carriages trams modules floaters"""
)
COUNTED: dict[str, str] = {
    **dict.fromkeys(_THINGS, "units"),
    **dict.fromkeys(_PEOPLE, "people"),
    "shares": "shares",
}
