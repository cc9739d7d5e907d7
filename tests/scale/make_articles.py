#!/usr/bin/env python3
"""Make a folder of news by the ten thousand: many affairs of some articles each, in the order of days.

usage: make_articles.py [--count N] [--seed S] > ARTICLES.jsonl

Affairs and their sentences are those of affairs.txt, names are made of names.txt. As in the news: states, their ministers and the
outlets come back all year, some often and most seldom; all others (persons, companies, towns, ships) belong to one affair, but some
bear a name that another has too. Most affairs are told once or twice, some by dozens, over days. An article takes some of the
affair's paragraphs and some of its own words alone ("anything") in an order and with numbers of its own; every twelfth is another's
in a new outlet. The first n lines
for one seed are the same for every count: they are the first days of the year.
"""
import argparse
import datetime
import heapq
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST_DAY = datetime.date(2031, 1, 2)
ARTICLES_A_DAY = 150
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def read_names():
    names, kind = {}, None
    with open(os.path.join(HERE, "names.txt"), encoding="utf-8") as file:
        for line in file:
            if re.fullmatch(r"# [a-z_]+\n", line):
                kind = names.setdefault(line[2:].strip(), [])
            elif kind is not None and line.strip():
                kind.append(line.split())
    return {k: v if k == "states" else [w.replace("_", " ") for row in v for w in row] for k, v in names.items()}


def read_affairs():
    affairs, kind = {}, None
    with open(os.path.join(HERE, "affairs.txt"), encoding="utf-8") as file:
        for line in file:
            if re.fullmatch(r"# [a-z]+\n", line):
                kind = affairs.setdefault(line[2:].strip(), {"=": [], "+": [], "-": []})
            elif kind is not None and line[:2] in ("= ", "+ ", "- "):
                kind[line[0]].append(line[2:].strip())
    return affairs


class Person:
    def __init__(self, rng, names):
        self.is_woman = rng.random() < 0.5
        self.last = rng.choice(names["surname_stems"]) + rng.choice(names["surname_endings"])
        self.full = f"{rng.choice(names['women' if self.is_woman else 'men'])} {self.last}"


class State:
    def __init__(self, row, rng, names):
        self.name, self.adj, self.capital = (w.replace("_", " ") for w in row)
        self.offices = {o: Person(rng, names) for o in [*names["offices"], "president", "premier"]}


def skewed(rng, values):
    """Some often, most seldom."""
    return values[min(int(rng.paretovariate(0.7)) - 1, len(values) - 1) if rng.random() < 0.7 else rng.randrange(len(values))]


class World:
    def __init__(self, seed):
        self.names, self.affairs = read_names(), read_affairs()
        rng = random.Random(f"{seed} world")
        self.states = [State(row, rng, self.names) for row in self.names["states"]]
        rng.shuffle(self.states)
        outlets = {f"{rng.choice(['The ', ''])}{a} {b}" for a in self.names["outlets"] for b in self.names["outlet_kinds"]}
        self.outlets = sorted(outlets)
        rng.shuffle(self.outlets)


class Affair:
    """One affair: who and what stands for the names of its sentences."""

    def __init__(self, world, number, seed, day):
        self.rng, self.world, self.day, self.number = random.Random(f"{seed} {number}"), world, day, number
        rng, names = self.rng, world.names
        self.sentences = world.affairs[rng.choice(sorted(world.affairs))]
        self.words = {f"{kind}{i + 1}": word for kind, count in (("noun", 6), ("verb", 3), ("adjective", 2))
                      for i, word in enumerate(rng.sample(names[kind + "s"], count))}
        self.a = skewed(rng, world.states)
        self.b = skewed(rng, [s for s in world.states if s is not self.a])
        self.people = {c: Person(rng, names) for c in "PQR"}
        self.told = {
            "X": self.company(), "Y": self.company(), "T": self.town(), "U": self.town(),
            "M": f"{rng.choice(names['body_regions'])} {rng.choice(names['body_fields'])} {rng.choice(names['body_kinds'])}",
            "O.name": rng.choice(names["things"]), "O": rng.choice(["radar", "weather", "flight", "water", "trade"]),
            "club": f"{rng.choice(['FC', 'Sporting', 'Dynamo', 'Athletic'])} {self.town()}", "judge": Person(rng, names).full,
        }
        # What the affair is known by does not change from article to article, the rest does.
        self.numbers = [rng.choice([3, 4, 7, 9, 11, 12, 15, 18, 21, 27, 34, 40, 52, 60, 75, 90, 120, 200, 350, 800]) for _ in range(4)]
        self.size = min(int(rng.paretovariate(1.1)), 60)
        self.first = None

    def company(self):
        return f"{self.rng.choice(self.world.names['companies'])} {self.rng.choice(self.world.names['company_kinds'])}"

    def town(self):
        return self.rng.choice(self.world.names["town_stems"]) + self.rng.choice(self.world.names["town_endings"])

    def fill(self, name, date):
        rng = self.rng
        if name[0] in "AB" and (len(name) == 1 or name[1] == "."):
            state = self.a if name[0] == "A" else self.b
            what = name[2:]
            office = re.fullmatch(r"(?:minister\((\w+)\)|(president|premier))(\.last)?", what)
            if office:
                person = state.offices[office[1] or office[2]]
                return person.last if office[3] else person.full
            return {"": state.name, "adj": state.adj, "capital": state.capital}[what]
        if name[0] in "PQR":
            return self.people[name[0]].last if name.endswith(".last") else self.people[name[0]].full
        if name == "n":
            return str(rng.choice(self.numbers) if rng.random() < 0.7 else rng.randrange(2, 900))
        if name == "day":
            return WEEKDAYS[(date - datetime.timedelta(rng.randrange(3))).weekday()]
        if name == "month":
            return MONTHS[(date.month - 1 + rng.randrange(-3, 3)) % 12]
        if name == "year":
            return str(date.year - rng.randrange(2, 12))
        if name == "outlet":
            return skewed(rng, self.world.outlets)
        if name == "goods":
            return rng.choice(self.world.names["goods"])
        return self.words[name] if name in self.words else self.told[name]

    def sentence(self, template, date):
        chosen = re.sub(r"\{([^{}]*)\}", lambda m: self.rng.choice(m[1].split("|")), template)
        name = r"\$((?:[AB](?:\.(?:minister\(\w+\)|president|premier|adj|capital)(?:\.last)?)?|[PQR](?:\.last)?|O\.name|[A-Z]|[a-z]+[0-9]?))"
        return re.sub(name + r"(?![A-Za-z])", lambda m: self.fill(m[1], date), chosen)

    def article(self, turn):
        """The article, with the day it is of."""
        rng = self.rng
        date = self.day + datetime.timedelta(int(rng.random() ** 2 * min(2 + self.size, 14)))
        outlet = skewed(rng, self.world.outlets)
        if self.first and rng.random() < 1 / 12:
            title, text = self.first
        else:
            title = self.sentence(rng.choice(self.sentences["="] + self.world.affairs["anything"]["="]), date)
            kept = rng.sample(self.sentences["-"], rng.randrange(2, 5))
            kept += rng.sample(self.world.affairs["anything"]["-"], rng.randrange(2, 5))
            rng.shuffle(kept)
            paragraphs = [self.sentence(p, date) for p in [rng.choice(self.sentences["+"]), *kept]]
            text = "\n\n".join([title, f"{self.told['T']}, {date.day} {MONTHS[date.month - 1]} {date.year}", *paragraphs]) + "\n"
            self.first = self.first or (title, text)
        slug = re.sub(r"[^a-z]+", "-", outlet.lower())
        return date, {"id": f"{slug}-{self.number}-{turn}", "title": title, "outlet": outlet, "published": date.isoformat(), "text": text}


def articles(seed):
    """Without end, by day; of one day in the order of their affairs."""
    world, waiting, number, day = World(seed), [], 0, FIRST_DAY
    while True:
        made = 0
        while made < ARTICLES_A_DAY:
            affair = Affair(world, number, seed, day)
            for turn in range(affair.size):
                date, article = affair.article(turn)
                heapq.heappush(waiting, (date, number, turn, article))
            made += affair.size
            number += 1
        while waiting and waiting[0][0] <= day:
            yield heapq.heappop(waiting)[3]
        day += datetime.timedelta(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for _, article in zip(range(options.count), articles(options.seed)):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
