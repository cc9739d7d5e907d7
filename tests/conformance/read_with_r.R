# R reads our CSV with read.csv, whose defaults most users have, and finds as many rows and the same ids as networkx.
folder <- commandArgs(trailingOnly = TRUE)[1]
expect <- function(holds, what) if (!isTRUE(holds)) stop(what, call. = FALSE)

read <- function(sample, name) {
  read.csv(file.path(folder, paste0(sample, ".csv"), name), colClasses = "character", na.strings = NULL,
           fileEncoding = "UTF-8", check.names = FALSE)
}

for (sample in c("empty", "harbour", "every_kind", "hostile")) {
  nodes <- read(sample, "nodes.csv")
  edges <- read(sample, "edges.csv")
  statements <- read(sample, "statements.csv")
  expect(all(c("Id", "Label", "Kind") %in% names(nodes)), paste(sample, "nodes.csv: columns"))
  expect(identical(names(edges)[1:5], c("Source", "Target", "Type", "Kind", "Weight")), paste(sample, "edges.csv: columns"))
  expect(!any(duplicated(nodes$Id)), paste(sample, "nodes.csv: ids"))
  expect(all(edges$Source %in% nodes$Id) && all(edges$Target %in% nodes$Id), paste(sample, "edges.csv: ends"))
  expect(all(as.numeric(edges$Weight) > 0), paste(sample, "edges.csv: weights"))
  expect(all(statements$side %in% c("for", "against", "neither")), paste(sample, "statements.csv: sides"))
  expect(all(as.integer(statements$begin) < as.integer(statements$end)), paste(sample, "statements.csv: spans"))
  for (name in c("disputes.csv", "events.csv")) read(sample, name)
  cat(sample, nrow(nodes), nrow(edges), nrow(statements), "\n")
}

# How many there are, counted from the text of the JSON: a node or edge a line.
lines <- readLines(file.path(folder, "harbour.json"), encoding = "UTF-8")
expect(nrow(read("harbour", "nodes.csv")) == sum(grepl('"mentions":', lines, fixed = TRUE)), "harbour: another number of nodes")
expect(nrow(read("harbour", "edges.csv")) == sum(grepl('"source":"', lines, fixed = TRUE)), "harbour: another number of edges")

# A matrix of `gainsay network` by the way in which R's network packages want it.
matrix <- as.matrix(read.csv(file.path(folder, "harbour.network.csv"), row.names = 1, check.names = FALSE))
expect(nrow(matrix) == ncol(matrix) && isSymmetric(unname(matrix)) && nrow(matrix) > 1, "harbour.network.csv: no symmetric matrix")
expect(identical(rownames(matrix), colnames(matrix)), "harbour.network.csv: labels")
