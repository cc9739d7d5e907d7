# Which module may declare which: the table of the house, from left (reads bytes) to right (talks to the user).
# A module whose row does not name a dependency cannot declare it: gainsay_module() stops the configuration.
# Headers of the modules that a declared dependency uses in its own headers come with it.
set(gainsay_allowed_base)
set(gainsay_allowed_graph_schema base)
set(gainsay_allowed_text base)
set(gainsay_allowed_observation base graph_schema)
set(gainsay_allowed_ingest base text)
# Kernels and the model file: what networks are made of.
set(gainsay_allowed_neural base)
set(gainsay_allowed_nlp base text neural)
# Never nlp: any parser's CoNLL-U can stand in for the built-in engine.
set(gainsay_allowed_extract base text observation graph_schema neural)
set(gainsay_allowed_graph base graph_schema)
set(gainsay_allowed_resolve base observation graph graph_schema)
set(gainsay_allowed_query base graph graph_schema)
set(gainsay_allowed_exporters base graph graph_schema query)
set(gainsay_allowed_engine base text observation ingest nlp extract graph_schema graph resolve query exporters)
# nlp: the parse command is the language engine alone.
set(gainsay_allowed_cli base nlp engine exporters query)
set(gainsay_allowed_training base text neural nlp extract ingest)
