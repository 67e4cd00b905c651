#ifndef C_PROVISO_DATA_H
#define C_PROVISO_DATA_H

#include <stddef.h>

// The knowledge that ships inside the binary. Each table, text but for the index of
// license texts and the table of hub models, is written by `swift run proviso-knowledge` from the
// files a person edits, and searched in place. Nothing is decoded at start.

const unsigned char *proviso_data_licenses(size_t *count);
const unsigned char *proviso_data_license_names(size_t *count);
const unsigned char *proviso_data_license_index(size_t *count);
const unsigned char *proviso_data_named_licenses(size_t *count);
const unsigned char *proviso_data_catalog(size_t *count);
const unsigned char *proviso_data_hub_models(size_t *count);
const unsigned char *proviso_data_aliases(size_t *count);
const unsigned char *proviso_data_data_sets(size_t *count);
const unsigned char *proviso_data_families(size_t *count);
const unsigned char *proviso_data_required_texts(size_t *count);
const unsigned char *proviso_data_names(size_t *count);
const unsigned char *proviso_data_shapes(size_t *count);
const unsigned char *proviso_data_registries(size_t *count);
const unsigned char *proviso_data_spoken(size_t *count);
const unsigned char *proviso_data_openness(size_t *count);
const unsigned char *proviso_data_alternatives(size_t *count);
const unsigned char *proviso_data_withdrawn(size_t *count);
const unsigned char *proviso_data_gated(size_t *count);
const unsigned char *proviso_data_osaid(size_t *count);
const unsigned char *proviso_data_packs(size_t *count);
const unsigned char *proviso_data_pack_names(size_t *count);

#endif
