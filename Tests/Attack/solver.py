"""Linear programs over what people can be: how far the figures for an employer narrow a number of people.

Known to the attacker are all figures, the exact number of people behind each column, and the kinds of people there can be,
each the set of rows that are true of them. Unknown is how many people of each column are of each kind. A kind is brought
into a column when it makes a number larger or smaller there (column generation). Every program starts where the last one
ended, which fits the figures whatever is asked next, and the values of all numbers on the way are kept: so most numbers are
seen to be wide without a program of their own.
"""
import highspy
import numpy as np

SLACK = 1e-6

class Attack:
    """- kinds: rows of 0 and 1, a column for each row of the figures.
    - sizes: people by column; people in no column of the figures last, if there are any.
    - lows, highs: by row of the figures its ends by column, then for everyone; none is infinite."""

    ROUNDS, SEARCHES, MOST_BROUGHT = 25, 6, 40

    def __init__(self, kinds, sizes, lows, highs, integer=False):
        self.kinds, self.sizes, self.integer = kinds, sizes, integer
        self.rows, self.columns = kinds.shape[1], len(sizes)
        self.programs = 0
        self.model = model = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("presolve", "off"), ("simplex_strategy", 4)):
            model.setOptionValue(option, value)
        none = np.array([], np.int32)
        for size in sizes: model.addRow(size, size, 0, none, np.array([]))
        # A number of which nothing is told binds nobody.
        self.place = np.full((self.rows, self.columns + 1), -1)
        for row in range(self.rows):
            for column in range(self.columns + 1):
                low, high = lows[row][column], highs[row][column]
                if low == 0 and high is None: continue
                self.place[row, column] = model.getNumRow()
                model.addRow(low, highspy.kHighsInf if high is None else high, 0, none, np.array([]))
        self.misfits = self.bring_misfits()
        self.inside = np.zeros((len(kinds), self.columns), bool)
        self.where = []
        if integer:
            for kind in range(len(kinds)):
                for column in range(self.columns): self.bring(kind, column)
        self.low = np.full((self.rows, self.columns + 1), np.inf)
        self.high = -self.low

    def bring_misfits(self):
        """What the figures are missed by, at first."""
        for row in range(self.model.getNumRow()):
            for sign in (1.0, -1.0):
                self.model.addCol(1, 0, highspy.kHighsInf, 1, np.array([row], np.int32), np.array([sign]))
        return self.model.getNumCol()

    def fits(self):
        """Finds people who fit the figures; false if there are none."""
        if self.solve(np.zeros((self.rows, self.columns + 1)), misfit=1) > SLACK: return False
        places, none = np.arange(self.misfits, dtype=np.int32), np.zeros(self.misfits)
        self.model.changeColsBounds(self.misfits, places, none, none)
        return True

    def bring(self, kind, column):
        """People of a kind, in a column."""
        if self.inside[kind, column]: return
        self.inside[kind, column] = True
        held = np.flatnonzero(self.kinds[kind])
        places = np.concatenate([[column], self.place[held, column], self.place[held, self.columns]])
        places = places[places >= 0].astype(np.int32)
        self.model.addCol(0, 0, highspy.kHighsInf, len(places), places, np.ones(len(places)))
        if self.integer: self.model.changeColIntegrality(self.misfits + len(self.where), highspy.HighsVarType.kInteger)
        self.where.append((kind, column))

    def solve(self, weights, misfit=0):
        """Makes a weighted sum of all numbers as large as it gets, over all kinds, and says what is missed meanwhile."""
        worth = self.kinds @ (weights[:, :self.columns] + weights[:, self.columns:])
        while True:
            kinds, columns = np.array(self.where, np.int64).reshape(-1, 2).T
            costs = np.concatenate([np.full(self.misfits, misfit), -worth[kinds, columns]])
            self.model.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
            self.model.run()
            self.programs += 1
            assert self.model.getModelStatus() == highspy.HighsModelStatus.kOptimal, self.model.getModelStatus()
            solution = self.model.getSolution()
            people = np.array(solution.col_value)
            if not misfit: self.keep(people[self.misfits:], kinds, columns)
            if self.integer or not self.price(weights, np.array(solution.row_dual)):
                return people[:self.misfits].sum() if misfit else 0

    def price(self, weights, duals):
        """Brings in people who make the sum larger; false if there are none."""
        table = weights + np.where(self.place >= 0, duals[self.place], 0)
        self.worths, self.most = table[:, :self.columns] + table[:, self.columns:], duals[:self.columns]
        gain = self.gain(self.kinds)
        gain[self.inside] = 0
        best = np.argsort(-gain, axis=None)[:self.MOST_BROUGHT]
        chosen = [np.unravel_index(place, gain.shape) for place in best if gain.flat[place] > SLACK]
        for kind, column in chosen: self.bring(kind, column)
        return bool(chosen)

    def gain(self, kinds):
        """By kind and column, what one of these people would add to the sum that was made as large as it got."""
        return kinds @ self.worths + self.most

    def keep(self, people, kinds, columns):
        values = np.zeros((self.rows, self.columns + 1))
        for column in range(self.columns):
            here = columns == column
            values[:, column] = people[here] @ self.kinds[kinds[here]]
        values[:, self.columns] = values[:, :self.columns].sum(axis=1)
        np.minimum(self.low, values, out=self.low)
        np.maximum(self.high, values, out=self.high)

    def narrowed(self, needed, draw, more):
        """Numbers that fewer values are left for than are needed, by row and column; `None` if nobody fits the figures.

        - more: Looks for kinds of people that are not known yet, of whom `gain` says that they would make a sum larger.
        """
        def missing(): return np.argwhere(self.high - self.low < needed - 1 - SLACK)
        while not self.fits():
            if not self.know(more()): return None
        self.solve(np.zeros_like(self.low))
        for place in range(self.ROUNDS):
            left = missing()
            if not len(left): return left
            if place % 5 == 4: self.know(more())
            weights = np.zeros_like(self.low)
            for row, column in left: weights[row, column] = draw.choice([-1, 1]) * draw.random()
            self.solve(weights)
            self.solve(-weights)
        for row, column in missing():
            weights = np.zeros_like(self.low)
            weights[row, column] = 1
            for _ in range(self.SEARCHES):
                for sign in (1, -1):
                    if self.high[row, column] - self.low[row, column] >= needed[row, column] - 1 - SLACK: break
                    self.solve(sign * weights)
                    self.know(more())
                else: continue
                break
        return missing()

    def know(self, kinds):
        """Takes in kinds of people; false if all are known."""
        known = set(map(tuple, self.kinds))
        new = sorted(set(map(tuple, kinds)) - known)
        if not new: return False
        self.kinds = np.vstack([self.kinds, np.array(new)])
        self.inside = np.vstack([self.inside, np.zeros((len(new), self.columns), bool)])
        return True
