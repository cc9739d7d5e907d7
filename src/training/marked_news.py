"""What readers marked in news articles, joined with the articles' texts; for the scripts that write what the trainers read."""
import json
import lzma


def marked_articles(articles, rows, part):
    """Of each article of the part ("train" or "dev"), in the order of the rows: its id, the text that was read, its marks.

    `articles` is shared/data/news-plain (.jsonl.xz); `rows` holds no text, one line an article: its id, how many bytes of its
    text were read, the part, and the marks."""
    texts = {}
    with lzma.open(articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            texts[article["id"]] = article["text"]
    with lzma.open(rows, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            name, size, of_part, marks = line.rstrip("\n").split("\t")
            if of_part == part:
                yield name, texts[name].encode()[: int(size)].decode(), marks
