"""Answer sets for hypothesis, which shrinks a failing one to the plainest person it can find."""

from hypothesis import strategies as st

from tests.planner.engine.generate import answers

answer_sets = st.builds(answers, st.randoms(use_true_random=False))
