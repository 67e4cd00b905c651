#include "CProvisoData.h"

// #embed keeps the tables in read-only pages that are loaded when touched; a changed table is noticed by the build.
#define TABLE(name)                                                                                                    \
  const unsigned char *proviso_data_##name(size_t *count) {                                                            \
    *count = sizeof(name##_bytes);                                                                                     \
    return name##_bytes;                                                                                               \
  }

static const unsigned char licenses_bytes[] = {
#embed "packed/licenses.yaml"
};
static const unsigned char license_names_bytes[] = {
#embed "packed/license-names.tsv"
};
static const unsigned char license_index_bytes[] = {
#embed "packed/license-index.bin"
};
static const unsigned char named_licenses_bytes[] = {
#embed "packed/named-licenses.tsv"
};
static const unsigned char catalog_bytes[] = {
#embed "packed/catalog.tsv"
};
static const unsigned char hub_models_bytes[] = {
#embed "packed/hub-models.bin"
};
static const unsigned char aliases_bytes[] = {
#embed "packed/aliases.tsv"
};
static const unsigned char data_sets_bytes[] = {
#embed "packed/data-sets.tsv"
};
static const unsigned char families_bytes[] = {
#embed "packed/families.tsv"
};
static const unsigned char required_texts_bytes[] = {
#embed "packed/required-texts.tsv"
};
static const unsigned char names_bytes[] = {
#embed "packed/names.tsv"
};
static const unsigned char shapes_bytes[] = {
#embed "packed/shapes.tsv"
};
static const unsigned char registries_bytes[] = {
#embed "packed/registries.tsv"
};
static const unsigned char spoken_bytes[] = {
#embed "packed/spoken.tsv"
};
static const unsigned char openness_bytes[] = {
#embed "packed/openness.tsv"
};
static const unsigned char alternatives_bytes[] = {
#embed "packed/alternatives.tsv"
};
static const unsigned char withdrawn_bytes[] = {
#embed "packed/withdrawn.tsv"
};
static const unsigned char gated_bytes[] = {
#embed "packed/gated.tsv"
};
static const unsigned char osaid_bytes[] = {
#embed "packed/osaid.tsv"
};
static const unsigned char packs_bytes[] = {
#embed "packed/packs.yaml"
};
static const unsigned char pack_names_bytes[] = {
#embed "packed/pack-names.tsv"
};

TABLE(licenses)
TABLE(license_names)
TABLE(license_index)
TABLE(named_licenses)
TABLE(catalog)
TABLE(hub_models)
TABLE(aliases)
TABLE(data_sets)
TABLE(families)
TABLE(required_texts)
TABLE(names)
TABLE(shapes)
TABLE(registries)
TABLE(spoken)
TABLE(openness)
TABLE(alternatives)
TABLE(withdrawn)
TABLE(gated)
TABLE(osaid)
TABLE(packs)
TABLE(pack_names)
