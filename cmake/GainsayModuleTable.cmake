# Which module may declare which: the table of the house, from left (reads bytes) to right (talks to the user).
# A module whose row does not name a dependency cannot declare it: gainsay_module() stops the configuration.
# Headers of the modules that a declared dependency uses in its own headers come with it.
set(gainsay_allowed_base)
set(gainsay_allowed_graph_schema base)
set(gainsay_allowed_text base)
set(gainsay_allowed_observation base graph_schema)
# What is known about a language: the tables of src/resources/xx. Of the schema it needs the words for stances and kinds.
set(gainsay_allowed_language base graph_schema)
set(gainsay_allowed_ingest base text language)
# Kernels and the model file: what networks are made of.
set(gainsay_allowed_neural base)
set(gainsay_allowed_nlp base text neural)
# Never nlp: any parser's CoNLL-U can stand in for the built-in engine. One room builds on another:
# syntax -> mentions -> coreference, time, factuality -> attribution -> event, proposition.
set(gainsay_allowed_extract/syntax base text graph_schema language)
set(gainsay_allowed_extract/mentions base text graph_schema language observation extract/syntax)
set(gainsay_allowed_extract/coreference base text graph_schema language observation extract/syntax extract/mentions)
set(gainsay_allowed_extract/time base text graph_schema language observation extract/syntax extract/mentions)
set(gainsay_allowed_extract/factuality base text graph_schema language observation extract/syntax extract/mentions)
set(gainsay_allowed_extract/attribution base text graph_schema language observation neural extract/syntax
    extract/mentions extract/coreference extract/time extract/factuality)
set(gainsay_allowed_extract/event ${gainsay_allowed_extract/attribution} extract/attribution)
set(gainsay_allowed_extract/proposition ${gainsay_allowed_extract/attribution} extract/attribution)
set(gainsay_allowed_extract/certainty base text observation language extract/syntax extract/mentions extract/attribution
    extract/proposition)
set(gainsay_allowed_extract ${gainsay_allowed_extract/attribution} extract/attribution extract/event
    extract/proposition extract/certainty)
set(gainsay_allowed_graph base graph_schema)
# story -> entity -> claim, event -> assembly.
set(gainsay_allowed_resolve/story base graph_schema language observation)
set(gainsay_allowed_resolve/entity base graph_schema language observation graph resolve/story)
set(gainsay_allowed_resolve/claim base graph_schema language observation resolve/story resolve/entity)
set(gainsay_allowed_resolve/event base graph_schema language observation resolve/story resolve/entity)
set(gainsay_allowed_resolve/assembly base graph_schema language observation graph resolve/story
    resolve/entity resolve/claim resolve/event)
set(gainsay_allowed_resolve ${gainsay_allowed_resolve/assembly} resolve/assembly)
set(gainsay_allowed_query base graph graph_schema language)
set(gainsay_allowed_exporters base graph graph_schema query)
set(gainsay_allowed_engine base text language observation ingest nlp extract graph_schema graph resolve query exporters)
# nlp: the parse command is the language engine alone.
set(gainsay_allowed_cli base nlp engine exporters query)
set(gainsay_allowed_training base text language neural nlp extract ingest)
