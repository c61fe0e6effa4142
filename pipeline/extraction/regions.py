"""States, provinces and parts of the world, which the gazetteer of cities lacks; nationalities."""

from pipeline.extraction.words import phrases, words

PROVINCES: dict[str, frozenset[str]] = {
    "IN": phrases(
        """Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chhattisgarh, Goa, Gujarat, Haryana, Himachal Pradesh,
        Jharkhand, Karnataka, Kerala, Madhya Pradesh, Maharashtra, Manipur, Meghalaya, Mizoram, Nagaland, Odisha,
        Punjab, Rajasthan, Sikkim, Tamil Nadu, Telangana, Tripura, Uttar Pradesh, Uttarakhand, West Bengal, Jammu
        and Kashmir"""
    ),
    "CN": phrases(
        """Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, Hunan, Inner
        Mongolia, Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, Shanxi, Sichuan, Tibet,
        Xinjiang, Yunnan, Zhejiang"""
    ),
    "CA": phrases(
        """Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Newfoundland and Labrador, Nova Scotia,
        Ontario, Prince Edward Island, Quebec, Québec, Saskatchewan, Yukon, Northwest Territories, Nunavut"""
    ),
    "AU": phrases(
        """New South Wales, Queensland, South Australia, Tasmania, Victoria, Western Australia, Northern Territory,
        Australian Capital Territory"""
    ),
    "DE": phrases(
        """Baden-Württemberg, Bavaria, Brandenburg, Hesse, Lower Saxony, Mecklenburg-Vorpommern, North
        Rhine-Westphalia, Rhineland-Palatinate, Saarland, Saxony, Saxony-Anhalt, Schleswig-Holstein, Thuringia"""
    ),
    "GB": phrases(
        """England, Scotland, Wales, Northern Ireland, Cornwall, Kent, Essex, Yorkshire, Lancashire, Cumbria, Devon,
        Dorset, Norfolk, Suffolk, Surrey, Sussex, Hampshire, Oxfordshire, Cambridgeshire, Derbyshire,
        Lincolnshire, Northumberland, Staffordshire, Warwickshire, West Midlands, Merseyside, Tyneside, Teesside,
        Humberside, Midlands"""
    ),
    "BR": phrases(
        """Bahia, Ceará, Mato Grosso, Minas Gerais, Pará, Paraná, Pernambuco, Rio Grande do Sul, Santa Catarina"""
    ),
    "MX": phrases(
        """Baja California, Chihuahua, Coahuila, Guanajuato, Jalisco, Nuevo León, Sonora, Tamaulipas, Yucatán"""
    ),
    "MY": phrases("Johor, Kedah, Kelantan, Pahang, Penang, Perak, Sabah, Sarawak, Selangor, Terengganu"),
    "ID": phrases("Bali, Java, West Java, Central Java, East Java, Sumatra, Sulawesi, Kalimantan, Papua, Borneo"),
    "ES": phrases("Andalusia, Aragon, Asturias, Basque Country, Catalonia, Galicia, Navarre"),
    "IT": phrases("Apulia, Calabria, Emilia-Romagna, Lombardy, Piedmont, Sardinia, Sicily, Tuscany, Umbria, Veneto"),
    "FR": phrases("Alsace, Brittany, Burgundy, Champagne, Corsica, Normandy, Provence"),
    "JP": phrases("Aichi, Chiba, Fukuoka Prefecture, Hokkaido, Hyogo, Kanagawa, Kyushu, Okinawa, Saitama, Shikoku"),
    "KR": phrases("Gyeonggi, Gangwon, Jeju, Jeolla, Chungcheong, Gyeongsang"),
    "TW": phrases("Hsinchu Science Park"),
    "ZA": phrases(
        """Eastern Cape, Western Cape, Northern Cape, Free State, Gauteng, KwaZulu-Natal, Limpopo, Mpumalanga"""
    ),
    "NZ": phrases("Canterbury, Otago, Southland, Taranaki, Waikato, North Island, South Island"),
    "CH": phrases("Ticino, Valais, Vaud, Aargau"),
    "PL": phrases("Silesia, Lower Silesia, Mazovia, Pomerania"),
    "UA": phrases("Crimea, Donbas"),
    "US": phrases(
        """New England, Silicon Valley, Long Island, Midwest, Pacific Northwest, Bay Area, Washington D.C., D.C., DC"""
    ),
}

PARTS_OF_THE_WORLD = phrases(
    """Africa, Asia, Europe, North America, South America, Latin America, Central America, Central Asia, Middle East,
    Gulf, Southeast Asia, South-East Asia, East Asia, South Asia, Asia Pacific, Asia-Pacific, Far East, East Africa,
    West Africa, Southern Africa, North Africa, Sub-Saharan Africa, Western Europe, Eastern Europe, Central Europe,
    Northern Europe, Southern Europe, Scandinavia, Nordics, Baltics, Balkans, Benelux, Caribbean, Oceania,
    Mediterranean, Iberia, EMEA, APAC, Americas, Greater China, mainland China, European Union, EU, Caucasus,
    Antarctica, Arctic"""
)

OTHER_NAMES: dict[str, str] = {
    "U.S.": "US",
    "US": "US",
    "USA": "US",
    "U.S.A.": "US",
    "United States of America": "US",
    "America": "US",
    "U.K.": "GB",
    "UK": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "UAE": "AE",
    "U.A.E.": "AE",
    "Emirates": "AE",
    "Korea": "KR",
    "Republic of Korea": "KR",
    "Holland": "NL",
    "The Netherlands": "NL",
    "Netherlands": "NL",
    "Czech Republic": "CZ",
    "Czechia": "CZ",
    "Turkey": "TR",
    "Türkiye": "TR",
    "Ivory Coast": "CI",
    "Burma": "MM",
    "Macau": "MO",
    "Macao": "MO",
    "Hong Kong": "HK",
    "Bosnia": "BA",
    "Vatican": "VA",
    "Congo": "CD",
    "DRC": "CD",
    "Macedonia": "MK",
    "Swaziland": "SZ",
    "Cape Verde": "CV",
    "East Timor": "TL",
    "PRC": "CN",
    "People's Republic of China": "CN",
    "Russian Federation": "RU",
}

# Short forms of states as newspapers write them, each with its postal code.
US_ABBREVIATIONS: dict[str, str] = dict(
    pair.split()
    for pair in phrases(
        """Ala. AL, Ariz. AZ, Ark. AR, Calif. CA, Colo. CO, Conn. CT, Del. DE, Fla. FL, Ga. GA, Ill. IL, Ind. IN, Kan. KS,
        Ky. KY, La. LA, Md. MD, Mass. MA, Mich. MI, Minn. MN, Miss. MS, Mo. MO, Mont. MT, Neb. NE, Nev. NV, N.C. NC,
        N.D. ND, N.H. NH, N.J. NJ, N.M. NM, N.Y. NY, Okla. OK, Ore. OR, Pa. PA, R.I. RI, S.C. SC, S.D. SD, Tenn. TN,
        Tex. TX, Va. VA, Vt. VT, Wash. WA, Wis. WI, W.Va. WV, Wyo. WY"""
    )
)

NATIONALITIES: dict[str, str] = dict(
    pair.split()
    for pair in phrases(
        """afghan AF, albanian AL, algerian DZ, american US, andorran AD, angolan AO, argentine AR, argentinian
    AR, armenian AM, australian AU, austrian AT, azerbaijani AZ, azeri AZ, bahamian BS, bahraini BH, bangladeshi
    BD, barbadian BB, belarusian BY, belgian BE, belizean BZ, beninese BJ, bhutanese BT, bolivian BO, bosnian
    BA, botswanan BW, brazilian BR, british GB, bruneian BN, bulgarian BG, burkinabe BF, burmese MM, burundian
    BI, cambodian KH, cameroonian CM, canadian CA, chadian TD, chilean CL, chinese CN, colombian CO, comorian
    KM, congolese CD, croatian HR, cuban CU, cypriot CY, czech CZ, danish DK, djiboutian DJ, dominican DO, dutch
    NL, ecuadorean EC, ecuadorian EC, egyptian EG, emirati AE, english GB, eritrean ER, estonian EE, ethiopian
    ET, fijian FJ, filipino PH, finnish FI, french FR, gabonese GA, gambian GM, georgian GE, german DE, ghanaian
    GH, greek GR, greenlandic GL, grenadian GD, guatemalan GT, guinean GN, guyanese GY, haitian HT, honduran HN,
    hungarian HU, icelandic IS, indian IN, indonesian ID, iranian IR, iraqi IQ, irish IE, israeli IL, italian
    IT, ivorian CI, jamaican JM, japanese JP, jordanian JO, kazakh KZ, kazakhstani KZ, kenyan KE, korean KR,
    kosovar XK, kuwaiti KW, kyrgyz KG, laotian LA, latvian LV, lebanese LB, liberian LR, libyan LY, lithuanian
    LT, luxembourgish LU, macedonian MK, malagasy MG, malawian MW, malaysian MY, maldivian MV, malian ML,
    maltese MT, mauritanian MR, mauritian MU, mexican MX, moldovan MD, mongolian MN, montenegrin ME, moroccan
    MA, mozambican MZ, namibian NA, nepalese NP, nepali NP, nicaraguan NI, nigerian NG, nigerien NE, norwegian NO, omani OM,
    pakistani PK, palestinian PS, panamanian PA, paraguayan PY, peruvian PE, philippine PH, polish PL,
    portuguese PT, qatari QA, romanian RO, russian RU, rwandan RW, salvadoran SV, saudi SA, scottish GB,
    senegalese SN, serbian RS, singaporean SG, slovak SK, slovakian SK, slovenian SI, somali SO, spanish ES,
    sudanese SD, surinamese SR, swazi SZ, swedish SE, swiss CH, syrian SY, taiwanese TW, tajik TJ, tanzanian TZ,
    thai TH, timorese TL, togolese TG, trinidadian TT, tunisian TN, turkish TR, turkmen TM, ugandan UG, ukrainian UA,
    uruguayan UY, uzbek UZ, venezuelan VE, vietnamese VN, welsh GB, yemeni YE, zambian ZM, zimbabwean ZW"""
    )
)

WIDER_NATIONALITIES = words(
    "european african asian nordic scandinavian arab latin caribbean baltic balkan western eastern northern southern"
)
