"""Linear programs over what people can be: how far the figures for an employer narrow a number of people.

Known to the attacker are all figures, the exact number of people behind each column, and the kinds of people there can be,
each the set of rows that are true of them. Unknown is how many people of each column are of each kind. Kinds are brought
into a program where they make a number larger or smaller (column generation); the values of every number in every solution
are kept, so that most numbers are seen to be wide without a program of their own.
"""
import numpy as np, highspy

class Attack:
    """- kinds: rows of 0 and 1, a column for each row of the figures.
    - sizes: people by column; people in no column of the figures last, if there are any.
    - steps: by row of the figures its lower and upper ends by column, then for everyone."""

    ROUNDS, FIRST = 30, 60

    def __init__(self, kinds, sizes, lows, highs, start, integer=False):
        self.kinds, self.sizes, self.integer = kinds, sizes, integer
        self.rows, self.columns = kinds.shape[1], len(sizes)
        self.model = model = highspy.Highs()
        model.setOptionValue("output_flag", False)
        model.setOptionValue("threads", 1)
        infinity = highspy.kHighsInf
        limit = lambda value: infinity if value is None else value
        for size in sizes: model.addRow(size, size, 0, np.array([], np.int32), np.array([]))
        for row in range(self.rows):
            for place in range(self.columns + 1):
                low, high = (lows[row][place], limit(highs[row][place])) if place < len(lows[row]) else (0, infinity)
                model.addRow(low, high, 0, np.array([], np.int32), np.array([]))
        self.inside = set()
        self.where = []
        for kind in start: self.bring(kind)
        self.low = np.full((self.rows, self.columns + 1), np.inf)
        self.high = -self.low

    def bring(self, kind):
        """A kind of people, in every column."""
        if kind in self.inside: return
        self.inside.add(kind)
        held = np.flatnonzero(self.kinds[kind])
        for column in range(self.columns):
            base = self.columns + held * (self.columns + 1)
            rows = np.concatenate([[column], base + column, base + self.columns]).astype(np.int32)
            self.model.addCol(0, 0, highspy.kHighsInf, len(rows), rows, np.ones(len(rows)))
            if self.integer:
                self.model.changeColIntegrality(len(self.where), highspy.HighsVarType.kInteger)
            self.where.append((kind, column))

    def solve(self, weights):
        """Makes a weighted sum of all numbers as large as it gets, over all kinds."""
        while True:
            cost = self.costs(weights)
            self.model.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), -cost)
            self.model.run()
            status = self.model.getModelStatus()
            if status != highspy.HighsModelStatus.kOptimal: return None
            solution = self.model.getSolution()
            self.keep(np.array(solution.col_value))
            if self.integer or not self.price(weights, np.array(solution.row_dual)): return True

    def worth(self, weights):
        """By kind and column, what one person adds to the sum."""
        return self.kinds @ (weights[:, :self.columns] + weights[:, self.columns:])

    def costs(self, weights):
        worth = self.worth(weights)
        kinds, columns = np.array(self.where).T
        return worth[kinds, columns]

    def price(self, weights, duals):
        """Brings in the kinds that make the sum larger; none if there are none."""
        table = duals[self.columns:].reshape(self.rows, self.columns + 1)
        gain = -self.worth(weights) - self.kinds @ (table[:, :self.columns] + table[:, self.columns:]) - duals[:self.columns]
        best = gain.min(axis=1)
        order = [kind for kind in np.argsort(best)[:20] if best[kind] < -1e-6 and kind not in self.inside]
        for kind in order: self.bring(kind)
        return bool(order)

    def keep(self, people):
        values = np.zeros((self.rows, self.columns + 1))
        for (kind, column), count in zip(self.where, people):
            if count > 1e-9: values[:, column] += self.kinds[kind] * count
        values[:, self.columns] = values[:, :self.columns].sum(axis=1)
        np.minimum(self.low, values, out=self.low)
        np.maximum(self.high, values, out=self.high)

    def narrowed(self, needed, draw):
        """Numbers that fewer values are left for than are needed, by row and column; `None` if the figures contradict the
        kinds."""
        def missing(): return np.argwhere(self.high - self.low < needed - 1 - 1e-6)
        if self.solve(np.zeros_like(self.low)) is None: return None
        for _ in range(self.ROUNDS):
            left = missing()
            if not len(left): return left
            weights = np.zeros_like(self.low)
            for row, column in left: weights[row, column] = draw.choice([-1, 1]) * draw.random()
            self.solve(weights)
            self.solve(-weights)
        for row, column in missing():
            for sign in (1, -1):
                if self.high[row, column] - self.low[row, column] >= needed[row, column] - 1 - 1e-6: break
                weights = np.zeros_like(self.low)
                weights[row, column] = sign
                self.solve(weights)
        return missing()
