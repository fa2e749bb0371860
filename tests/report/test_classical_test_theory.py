"""Item figures against Moodle's own.

The marks and the figures expected of them are facts taken from Moodle (moodle/moodle), its
mod/quiz/report/statistics/tests/statistics_test.php and fixtures/mdl_question_states.csv.
"""

import pytest

from quizapp.report.classical_test_theory import Whole, analyse, covariance, variance

MARKS = """\
5.5 0.3 0.9 1 0.3 1 0 0 1 1 0 0 1
1 0.9 0.9 0.3 0.3 1 0 0 1 0 1 0 1
2.5 1 0.9 0.3 1 0 0 1 1 1 1 1 1
4 0.3 0.9 1 0.3 0 0 0 0 1 0 0 1
3 0.9 0.3 0.9 1 0 1 0 0 1 1 1 0
4.5 0.9 1 1 0.9 0 1 1 1 0 0 0 0
3 0.3 0.3 0.3 0.3 1 0 1 1 1 1 1 1
6 0.9 0.9 1 0.3 0 1 1 1 1 0 0 1
0.5 0.9 1 0.9 0.3 0 1 1 0 1 1 0 1
5.5 0.9 1 0.9 0.3 1 1 0 0 1 0 0 0
2.5 0.9 1 1 0.9 0 1 0 0 1 0 0 1
4 0.9 0.3 0.9 1 0 1 1 1 1 1 0 1
4 0.9 0.3 0.3 1 1 1 1 0 0 1 1 0
3 1 1 0.3 1 0 1 0 1 1 1 1 0
1 1 0.9 0.3 0.3 1 0 1 0 0 0 0 0
1 0.3 0.3 0.3 0.9 0 0 0 1 0 0 0 1
1.5 1 0.3 0.9 1 1 1 0 1 1 0 0 0
4 0.9 1 0.9 1 0 1 1 1 0 1 0 0
2 0.9 0.9 0.3 0.9 0 1 0 0 0 0 0 0
1 1 0.3 0.3 0.3 0 1 1 0 1 0 0 0
6 0.9 1 1 0.9 0 0 0 1 0 0 1 1
7 0.9 0.3 0.3 0.3 1 0 1 1 1 1 0 0
"""
"""The marks of 22 attempts at items 8 to 20, an attempt a line; items 1 to 4 earned nothing."""

MOST = [1.0] * 4 + [0.0] * 3 + [8.0] + [1.0] * 12
NONE = None
FACILITY = [
    0, 0, 0, 0, NONE, NONE, NONE, 41.19318182, 81.36363636, 71.36363636, 65.45454545, 65.90909091,
    36.36363636, 59.09090909, 50, 59.09090909, 63.63636364, 45.45454545, 27.27272727, 50,
]  # fmt: skip
DEVIATION = [
    0, 0, 0, 0, NONE, NONE, NONE, 1912.733589, 251.2738111, 322.6312277, 333.4199022, 337.5811591,
    492.3659639, 503.2362797, 511.7663157, 503.2362797, 492.3659639, 509.6471914, 455.8423058,
    511.7663157,
]  # fmt: skip
WEIGHT = [
    0, 0, 0, 0, 0, 0, 0, 26.58464457, 3.368456046, 3.253955259, 7.584083694, 3.79658376,
    3.183278505, 4.532356904, 7.78856243, 10.08351572, 8.381139345, 8.727645713, 7.946277111,
    4.769500946,
]  # fmt: skip
DISCRIMINATION = [
    NONE, NONE, NONE, NONE, NONE, NONE, NONE, 25.88327077, 1.170256965, -4.207816809, 28.16930644,
    -2.513606859, -12.99017581, -8.900638238, 8.670004606, 29.63337745, 15.18945843, 16.21079629,
    15.52451404, -8.396734802,
]  # fmt: skip
EFFICIENCY = [
    NONE, NONE, NONE, NONE, NONE, NONE, NONE, 27.23492723, 1.382386552, -4.691171307, 31.12404354,
    -2.877487579, -17.5074184, -10.27568922, 10.86956522, 34.58997279, 17.4790556, 20.14359793,
    22.06477733, -10,
]  # fmt: skip


def table() -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    attempts = [[0.0] * 7 + [float(mark) for mark in line.split()] for line in MARKS.splitlines()]
    marks = {
        f"item {at + 1}": {str(who): attempt[at] for who, attempt in enumerate(attempts)}
        for at in range(20)
    }
    return marks, {f"item {at + 1}": most for at, most in enumerate(MOST)}


@pytest.mark.parametrize("at", range(20))
def test_moodles_figures_to_six_digits(at: int) -> None:
    one = analyse(*table())[0][f"item {at + 1}"]
    times = {"facility": 100, "deviation": 1000}
    expected = {
        "facility": FACILITY[at],
        "deviation": DEVIATION[at],
        "weight": WEIGHT[at],
        "discrimination": DISCRIMINATION[at],
        "efficiency": EFFICIENCY[at],
    }
    for name, value in expected.items():
        found = getattr(one, name)
        if value is None:
            assert found is None, name
        else:
            assert found * times.get(name, 1) == pytest.approx(value, rel=0, abs=1e-6), name
    assert one.learners == 22


def test_what_rests_on_the_rest_is_refused_below_so_many_learners() -> None:
    marks, most = table()
    few = {item: dict(list(earned.items())[:19]) for item, earned in marks.items()}
    figures, whole = analyse(few, most, least=20)
    one = figures["item 8"]
    assert (one.discrimination, one.efficiency, one.weight) == (None, None, None)
    assert one.facility is not None
    assert one.deviation is not None
    assert (whole.learners, whole.consistency, whole.standard_error) == (19, None, None)


def test_the_whole_by_hand() -> None:
    """Three items, four learners: Cronbach's alpha 75, so half the deviation is chance."""
    marks = {
        "a": {"1": 1.0, "2": 1.0, "3": 1.0, "4": 0.0},
        "b": {"1": 1.0, "2": 1.0, "3": 0.0, "4": 0.0},
        "c": {"1": 1.0, "2": 0.0, "3": 0.0, "4": 0.0},
    }
    _, whole = analyse(marks, dict.fromkeys("abc", 1.0), least=2)
    deviation = (5 / 3) ** 0.5
    wanted = Whole(
        learners=4,
        most=3.0,
        mean=1.5,
        deviation=deviation,
        consistency=75.0,
        error_ratio=50.0,
        standard_error=deviation / 2,
    )
    assert whole == pytest.approx(wanted)


def test_learners_who_left_some_items_out_count_where_they_answered() -> None:
    marks, most = table()
    marks["item 8"] = {who: mark for who, mark in marks["item 8"].items() if who != "0"}
    figures, whole = analyse(marks, most, least=2)
    assert (figures["item 8"].learners, figures["item 9"].learners) == (21, 22)
    assert whole.learners == 21


@pytest.mark.parametrize("values", [[], [3.0]])
def test_too_few_values_have_no_variance(values: list[float]) -> None:
    assert variance(values) is None


def test_values_that_are_the_same_do_not_vary() -> None:
    assert variance([0.3, 0.3, 0.3]) == 0.0
    assert covariance([0.1 + 0.2, 0.3], [1.0, 2.0]) == 0.0


def test_nobody_answered() -> None:
    figures, whole = analyse({"a": {}}, {"a": 1.0})
    assert figures["a"].facility is None
    assert whole.learners == 0
