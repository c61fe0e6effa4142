"""Whether the places of two mentions may be one site."""

from math import asin, cos, radians, sin, sqrt

from schemas.mention import Place

NEAR_KM = 120.0


def distance_km(left: Place, right: Place) -> float | None:
    """Kilometres between two places, where both have a point."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (left.lat, left.lon, right.lat, right.lon))
    arc = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 6371.0 * 2 * asin(sqrt(arc))


def are_namesakes(left: Place, right: Place) -> bool:
    """Whether two places are towns of one name, told with states of which at least one is another's."""
    stated = left.name != left.town and right.name != right.town
    distance = distance_km(left, right)
    return stated and distance is not None and distance > NEAR_KM


def pair_fit(left: Place, right: Place) -> float:
    """How places of different names agree: 0 where one may hold or adjoin the other, -0.5 unknown, -1 far apart."""
    distance = distance_km(left, right)
    if distance is not None:
        return 0.0 if distance <= NEAR_KM else -1.0
    if left.country and right.country:
        return 0.0 if left.country == right.country and (left.lat is None or right.lat is None) else -1.0
    return -0.5


def places_fit(left: tuple[Place, ...], right: tuple[Place, ...]) -> float:
    """How the places of two mentions with no name in common agree, by their closest pair."""
    return max((pair_fit(a, b) for a in left for b in right), default=0.0)
