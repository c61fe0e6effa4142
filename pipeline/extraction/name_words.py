"""Words that tell what a name is: legal forms, what companies call themselves, authorities, titles, descriptions."""

from functools import lru_cache

from cleanco import prepare_default_terms

from pipeline.extraction.words import phrases, words

_MORE_LEGAL_FORMS = words(
    """inc incorporated corp corporation co company ltd limited plc llc llp lp gmbh ag sa spa srl bv nv oy oyj ab as
    asa kk pte pty pvt private se kgaa kg bhd berhad sdn tbk jsc ojsc pjsc cjsc sas sarl sl ab aps a/s s.a s.p.a
    s.a.s n.v b.v k.k s.r.l ltda pcl pbc ohg ug sae saog psc qpsc wll pllc c.v sab oü uab zrt nyrt kft doo d.o.o dd
    a.s sro s.r.o"""
)

_LOWER_FORMS = words("plc gmbh spa nv ab as")

ORG_HEADS = words(
    """Technologies Technology Electronics Electric Systems Solutions Services Industries Industrial Manufacturing
    Holdings Holding Group Partners Capital Ventures Venture Bank Bancorp Bancshares Financial Finance Insurance
    Assurance Reinsurance Airlines Airways Airline Air Aviation Aerospace Motors Motor Automotive Mobility Energy
    Power Petroleum Oil Gas Resources Mining Minerals Metals Steel Gold Lithium Chemicals Chemical Pharmaceuticals
    Pharmaceutical Pharma Therapeutics Biosciences Biopharma Biopharmaceutical Biopharmaceuticals Biotech Biologics
    Biotherapeutics Biomedical Genomics Diagnostics Sciences Healthcare Health Medical Hospitals Hospital Clinic
    Laboratories Labs Lab Devices Semiconductor Semiconductors Microelectronics Micro Instruments Networks Network
    Communications Telecom Telecommunications Mobile Wireless Broadband Media Studios Pictures Entertainment Games
    Gaming Interactive Broadcasting Press Publishing Foods Food Beverages Beverage Brewing Breweries Brewery Dairy
    Farms Agro Agriculture Seeds Fisheries Stores Retail Supermarkets Markets Brands Cosmetics Apparel Textiles
    Mills Hotels Resorts Hospitality Properties Property Realty Estate Homes Construction Builders Engineering
    Constructions Infrastructure Contractors Cement Materials Plastics Packaging Paper Logistics Shipping Lines Line
    Freight Express Transport Transportation Rail Railways Railway Ports Marine Offshore Shipbuilding Shipyard
    Defence Defense Security Software Digital Data Analytics Computing Computers Robotics Robots Cloud Online
    Interactive Consulting Consultants Advisors Advisers Associates Securities Investments Investment Investors
    Equity Asset Management Fund Funds Trust Foundation University College School Institute Institution Academy
    Association Federation Union Society League Club Alliance Consortium Cooperative Co-operative Exchange
    Enterprises Enterprise International Worldwide Global Corporation Company Companies Corp Inc Works Products
    Appliances Tools Machinery Equipment Components Cables Batteries Battery Solar Wind Renewables Hydrogen Nuclear
    Water Utilities Waste Recycling Environmental Imaging Optics Photonics Vehicles Trucks Tractors Bikes Cars
    Cycles Aircraft Helicopters Satellite Space Fashion Jewellers Jewelers Watches Toys Sports Fitness Gym
    Restaurants Coffee Tea Pizza Burgers Theatres Cinemas Museum Radio Television TV News Times Journal Tribune
    Herald Post Observer Semiconductor Polymers Fibres Fibers Glass Ceramics Cruises Travel Tours Leasing Rentals
    Payments Pay Card Credit Loans Mortgage Lending Wealth Ratings Research Insights Intelligence Innovations
    Innovation Dynamics Precision Heavy Marine Bearings Pumps Valves Controls Automation Sensors Displays Lighting
    Audio Acoustics Vineyards Wines Spirits Distillers Distillery Tobacco Seguros Seguradora Banco Banca Banque
    Cooperativa Compagnie Societe Kaisha Werke"""
)

INSTITUTIONS = words(
    """Bank University Ministry Department Board Bureau Institute College School Office Court Commission Council Agency
    Authority Federation Confederation Association Society Chamber House Republic Kingdom Government Academy Museum
    Port Hospital Union Duchy City Town Commonwealth Church Faculty Order Corporation Company Banco Bourse Centre
    Center Trust Fund Organization Organisation League Friends Alliance Directorate Inspectorate Register Guild
    Brotherhood Supervision Governors Administration"""
)

GOVERNMENT_WORDS = words(
    """Ministry Department Commission Authority Agency Court Tribunal Police Government Parliament Senate Congress
    Administration Bureau Treasury Regulator Commissioner Inspectorate Directorate Chancellery Customs Prosecutor
    Prosecutors Cabinet Assembly Embassy Authorities Ombudsman Supervision Constabulary Lords Commons Navy Army
    Ministries"""
)

REGULATORS = words(
    """FDA SEC FTC FCC FAA EPA CFPB DOJ FBI NHTSA NTSB OSHA EEOC NLRB CFTC FCA CMA PRA Ofcom Ofgem Ofwat HMRC MHRA EMA
    ESMA ECB IRS RBI SEBI CCI BaFin Bundeskartellamt ACCC ASIC APRA MAS SAMR NMPA CSRC JFTC KFTC Fed Interpol
    Europol Eurostat NHS DWP DTI Pentagon NASA"""
)

GOVERNMENT_BODIES = phrases(
    """Federal Reserve, Reserve Bank, Central Bank, White House, Home Office, Foreign Office, Cabinet Office, City
    Council, County Council, Cartel Office, Competition Bureau, Supreme Court, High Court, European Parliament,
    House of Commons, House of Lords, Downing Street, Serious Fraud Office, Fraud Office, Attorney General, Prime
    Minister, Securities and Exchange Board, Food Safety, Port Authority, Customs House, Town Hall, City Hall, State
    Council, Antitrust Office"""
)

HONORIFICS = words(
    """Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Professor Count Baron Sheikh Shri Smt Herr Frau Signor Madame Mme
    Judge Justice Datuk Dato Datin Tun Encik Puan Khun Señor Señora Senhor Senhora Monsieur Mademoiselle Signora Rev
    Reverend"""
)

TITLE_WORDS = words(
    """chief executive officer president chairman chairwoman chairperson chair director managing vice deputy senior
    junior head founder co-founder cofounder ceo cfo coo cto cio cmo cpo chro cro cso evp svp vp md gm general
    manager minister secretary commissioner spokesman spokeswoman spokesperson analyst partner principal owner boss
    economist lawyer attorney counsel judge senator governor mayor ambassador representative commander captain
    treasurer controller comptroller strategist editor professor scientist researcher engineer architect investor
    entrepreneur executive prime union state interim acting outgoing incoming former co-chief co-ceo country
    regional global technology operating financial finance marketing commercial strategy legal medical scientific
    information revenue product people human resources investment portfolio operations sales business development
    communications relations affairs corporate group founding honorary non-executive independent lead
    general-manager undersecretary chancellor premier prosecutor inspector dean provost vice-chairman vice-president
    vice-chair deputy-chairman coordinator supervisor administrator trustee member board"""
)

TITLE_HEADS = words(
    """officer president chairman chairwoman chairperson chair director head founder co-founder cofounder ceo cfo coo
    cto cio cmo cpo chro cro cso evp svp vp md gm manager minister secretary commissioner spokesman spokeswoman
    spokesperson analyst partner principal owner boss economist lawyer attorney counsel judge senator governor mayor
    ambassador representative treasurer controller strategist editor professor scientist researcher engineer
    executive premier chancellor chief vice-chairman vice-president vice-chair deputy-chairman prosecutor inspector
    dean coordinator supervisor leader administrator trustee organiser organizer official secretary-general adviser
    advisor superintendent convenor convener fellow general-secretary co-ceo co-chief lead consultant"""
)

DESCRIPTORS = words(
    """company companies firm maker manufacturer producer supplier developer provider operator retailer carrier airline
    bank lender insurer broker brokerage group conglomerate giant start-up startup business chain brand distributor
    wholesaler miner explorer drugmaker carmaker automaker chipmaker brewer distiller publisher broadcaster utility
    contractor builder assembler designer packager refiner grower processor exporter importer consultancy agency
    studio platform marketplace subsidiary unit arm division affiliate parent partner rival competitor customer
    client buyer seller investor shareholder vendor integrator fund funder financier landlord reinsurer underwriter
    shipbuilder shipowner shipper trader steelmaker planemaker aircraft-maker phone-maker toymaker foundry
    laboratory institute hospital university college association union co-operative cooperative foundation trust
    nonprofit charity newspaper outlet specialist powerhouse unicorn multinational corporation enterprise dealer
    franchisee franchisor licensee licensor outfit house biotech pharmaceutical drug-maker car-maker watchmaker
    winemaker grocer supermarket hotelier restaurateur caterer recycler logistics forwarder haulier hauler freighter
    telco telecom researcher incubator accelerator yard packer tech fintech dairy mill plant-maker lessor exchange
    bourse consortium venture operator-owner game-maker gamemaker studio-owner label app network services-provider
    bookmaker regulator watchdog supervisor authority ministry owner handler discounter driller bottler planter
    weaver spinner carpetmaker glassmaker papermaker boatbuilder housebuilder homebuilder e-tailer etailer
    wholesalers hotelier smelter tannery bakery brewery distillery clinic charity co-op quarry shipyard hauler"""
)

COMPANY_VERBS = words(
    """announced announces signed signs acquired acquires acquire launched launches unveiled unveils opened opens
    reported reports partnered partners bought buys agreed agrees raised raises secured secures plans planned
    expects appointed appoints named names hired hires sued sues operates owns sells makes manufactures produces
    develops offers provides supplies employs invested invests completed completes merged merges inked inks entered
    enters teamed teams received receives filed files recalled recalls closed closes acquiring selected selects
    chose chooses expanded expands established establishes founded awarded awards won wins posted posts cut cuts
    introduced introduces released releases collaborated collaborates joined joins denied denies declined confirmed
    confirms disclosed discloses will has had is was also would aims intends wants"""
)

OWNED_BY_COMPANIES = words(
    """chief ceo cfo coo board shares share stock shareholders plant plants factory factories subsidiary subsidiaries
    unit units arm division products platform customers headquarters revenue revenues sales profit profits earnings
    employees workers staff managing chairman president founder spokesman spokeswoman offices office parent brand
    brands portfolio stores fleet network technology software filing statement bid offer takeover acquisition
    decision website finance annual quarterly market global manufacturing"""
)

GENERIC_NAME_WORDS = (
    ORG_HEADS
    | INSTITUTIONS
    | GOVERNMENT_WORDS
    | words(
        """National Federal Royal State Central General United First New Old North South East West Northern Southern
        Eastern Western American European Asian World People's Public Standard Premier Advanced Applied Integrated
        Consolidated Allied Universal Modern Great Greater Grand City Town Green Blue Red Black White Golden Silver
        Smart Home Life Light Big Red Star Sun Sea Land Stock House Business Trade Commerce Sale Deal Report Board
        Executive Chief President Director Chapter"""
    )
)


THING_HEADS = words(
    """Agreement Agreements Memorandum Understanding MoU MOU MOUs Contract Contracts Project Projects Strategy Code Day
    Competition Program Programme Act Bill Plan Initiative Summit Conference Award Awards Report Statement Deal Licence
    License Letter Intent Promotion Challenge Campaign Festival Season Tour Tournament Salute Offering Round Series
    Notes Policy Treaty Protocol Order Exhibition Expo Week Month Year Scheme Standard Framework"""
)
TOPICS = words(
    """Technology Trade Industry Commerce Energy Science Education Culture Tourism Innovation Employment Transport
    Climate Environment Labour Labor Welfare Health Drug Finance Markets Exchange Forests Fisheries Food Rural
    Consumer Customs Excise Revenue Planning Statistics Engineering Medicine Sciences Arts Investment Industrial
    Housing Urban Insurance Pensions Competition Communications Steel Development Securities Electronics Information
    Infrastructure Entrepreneurship Skill State Foreign External Home Internal Affairs Defence Justice Cooperation
    Bitcoin Ethereum Ether Dogecoin Litecoin Crypto Cryptocurrency Blockchain DeFi NFT NFTs ETF ETFs"""
)
# Capitals inside a sentence make them part of a name: "First Oslund Bank", "Oslund One".
NUMBER_WORDS = words("One Two Three Four Five Six Seven Eight Nine Ten First Second Third Fourth")
NEVER_NAMES = NUMBER_WORDS | words(
    """The A An This That These Those It Its He She They We You I His Her Their Our My Your In On At By For From To Of
    With As And But Or Nor So Yet If When While After Before Since Until Because Although Though Once Under Over About
    Around Nearly Almost Roughly Neighbouring Neighboring Despite During Within Without Among Between Through Against
    Per Via Not No Now Then Here There Today Yesterday Tomorrow Also However Meanwhile Moreover Furthermore
    Additionally Instead Still Just Only Even Both Either Neither Each Every All Some Many Most Several Other Another
    Such Same What Which Who Whom Whose Where Why How Is Are Was Were Be Been Has Have Had Do Does Did Will Would Can
    Could May Might Must Shall Should Let Read More Click Follow Visit Learn See Please Note Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun Mondays Tuesdays Wednesdays Thursdays
    Fridays Saturdays Sundays January February March April June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Q1 Q2 Q3 Q4 Yes Oh Well Okay OK Last Next Earlier Later Recently According
    Based Founded Headquartered Including Following Early Late Shares Reporting Editing Source Updated Copyright Photo
    Image Credit Credits Edited Email Tel Phone Contact Media AM PM GMT IST EST PST CEO CFO COO CTO AI IT IPO GDP ESG
    EV EVs API USD EUR GBP Christmas Easter Ramadan Said Says Added Adds Internet Web M.D. MD Ph.D. Ph.D PhD MBA CPA
    Esq Jr Jr. Sr II III IV LL.M. DNP RN DDS MPH FACS CFA DDS FNP-C B.Sc. M.Sc. BSc MSc OTC OTCQB OTCQX COVID-19
    Covid-19 COVID19 Covid19 COVID Covid Coronavirus SARS MERS Ebola Zika HIV AIDS Calif Fla Ariz"""
)


@lru_cache(maxsize=1)
def legal_forms() -> frozenset[str]:
    """The words that end a company's registered name, folded and without stops; short ones only from our own list."""
    known = {"".join(parts) for size, parts in prepare_default_terms() if size == 1}
    return frozenset(w.replace(".", "") for w in _MORE_LEGAL_FORMS) | {w for w in known if len(w) > 4}


def is_legal_form(word: str) -> bool:
    """Whether a word is a legal form: "Inc.", "S.p.A.", "GmbH"."""
    return (word.casefold().replace(".", "").strip(",") in legal_forms() and word[:1].isupper()) or word in _LOWER_FORMS


PLACE_HEADS = words(
    """Island Islands River Valley Bay Beach County Province District Airport Harbour Harbor Street Road Avenue Park
    Square Peninsula Mountains Estate Nagar Lake Mount Cape Desert Ocean Sea Strait Gulf Coast Canal Bridge Highway
    Prefecture Region Basin Forest Plateau Hills Heights Village"""
)
