"""Articles by the hundred, for runs that need many: sentences of our own with names, numbers and days varied, in all
formats, now and then with something wrong. The same seed gives the same articles."""

import gzip
import json
import os
import random

FIRST = "Mira Ilyas Oda Karel Ann Sunniva Bo Petra Hamid Lucia Tomas Yara Edwin Nadia Olaf Ruth".split()
LAST = "Tolland Brandt Quill Vesely Lindqvist Marsh Okafor Demir Castellan Rook Haverford Nyberg Pell Sorin".split()
PLACE = "Vael Orsk Salmere Ostby Ternholm Kelmar Dunwick Harrow Bel-Aran Norrvik".split()
BODY = ("Harbour Commission", "Ministry of Trade", "Salmere Council", "Northern Bank", "Joint Committee on Fishing",
        "United Ports", "Customs Office", "Vael Police")
DAY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
TITLE = ("Foreign Minister", "President", "Mayor", "Gen.", "spokeswoman", "Harbour Master", "Sen.")

SENTENCES = (
    "{title} {a} denied on {day} that the harbour of {place} had been closed.",
    "“We never closed it,” {a} said. “Not for {number} days, not for one.”",
    "\"That is not true,\" {b} told reporters in {place}, \"and everybody knows it.\"",
    "{a} met {b} in {place} on {day} to discuss the agreement.",
    "The {body} suspended its talks with the {other}, according to {b}.",
    "He said that {number} ships had been stopped near {place}.",
    "She did not confirm whether the {body} would sanction {place}.",
    "{a} accused {b} of threatening the {body}.",
    "The talks between {place} and {elsewhere} were put on hold last March.",
    "It was agreed that the {body} would aid {number} fishermen, the Harbour Courier reported.",
    "{b}, {title} of {elsewhere}, rejected the claim.",
    "Neither {a} nor {b} would say when the {other} will meet again.",
    "READ MORE: {number} things to know about {place}",
    "Officials in {place} – who asked not to be named – said the U.S. had offered ${number}.5 million.",
)


class Articles:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def name(self):
        return f"{self.random.choice(FIRST)} {self.random.choice(LAST)}"

    def sentence(self):
        pick = self.random.choice
        return pick(SENTENCES).format(a=self.name(), b=self.name(), title=pick(TITLE), day=pick(DAY), place=pick(PLACE),
                                      elsewhere=pick(PLACE), body=pick(BODY), other=pick(BODY),
                                      number=self.random.randint(2, 90))

    def paragraphs(self, sentences):
        lines = [self.sentence() for _ in range(sentences)]
        size = self.random.randint(1, 4)
        return [" ".join(lines[at : at + size]) for at in range(0, len(lines), size)]

    def title(self):
        return f"{self.random.choice(BODY)} and {self.random.choice(PLACE)} at odds"

    def date(self):
        return f"2014-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def record(self, id, sentences):
        return {"id": id, "title": self.title(), "published": self.date(), "outlet": "The Harbour Courier",
                "text": "\n\n".join(self.paragraphs(sentences))}

    def write_lines(self, path, count, sentences):
        """A file of JSON Lines; returns its bytes."""
        with open(path, "w", encoding="utf-8") as file:
            for number in range(count):
                file.write(json.dumps(self.record(f"a{number:05}", sentences), ensure_ascii=False) + "\n")
        return os.path.getsize(path)

    def write_folder(self, folder, count):
        """Files of all formats, one in ten of them odd or bad."""
        os.mkdir(folder)
        lines = []
        for number in range(count):
            sentences = self.random.choice((1, 3, 8, 20, 45))
            path = os.path.join(folder, f"n{number:04}")
            paragraphs = self.paragraphs(sentences)
            kind = number % 5
            if kind == 0:
                content = f"{self.title()}\n\nBy {self.name()} | {self.date()}\n\n" + "\n\n".join(paragraphs) + "\n"
                self.write(path + ".txt", content)
            elif kind == 1:
                self.write(path + ".md", f"# {self.title()}\n\n" + "\n\n".join(paragraphs))
            elif kind == 2:
                body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
                self.write(path + ".html", f"<html><head><title>{self.title()}</title></head><body><nav>Home</nav>"
                                           f"<article><h1>{self.title()}</h1>{body}</article></body></html>")
            elif kind == 3:
                lines.append(json.dumps(self.record(f"line-{number % 40}", sentences)))
            else:
                with open(path + ".txt.gz", "wb") as file:
                    file.write(gzip.compress("\n\n".join(paragraphs).encode(), mtime=0))
        for at in range(7, len(lines), 10):
            lines[at] = self.random.choice(("{", "[]", '{"text": 7}', lines[at][:-5]))
        self.write(os.path.join(folder, "wire.jsonl"), "\n".join(lines))

    def write(self, path, content):
        data = content.encode()
        if self.random.randrange(10) == 0:
            at = self.random.randrange(len(data))
            data = self.random.choice((b"", b" \n", data[:at] + b"\xff" + data[at:], data[:at] + b"\0", data[:at],
                                       content.encode("utf-16"), content.encode("cp1252", "replace")))
        with open(path, "wb") as file:
            file.write(data)
