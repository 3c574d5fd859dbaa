#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H
/* Debian's 2.9.14 is built with ICU, so <libxml/encoding.h> includes <unicode/ucnv.h>, whose enums
   then clash with Foundation's own _FoundationICU clang module ("'U_MF_...' is not present in
   definition of 'enum UErrorCode' in module 'CLibXML2'"): a clean debug build of any target that
   imports both fails. Only the tail of struct _xmlCharEncodingHandler depends on the macro. */
#include <stdint.h>
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlreader.h>

/* Swift cannot import: function-like macros, variadic functions; and under Swift 6
   it refuses mutable globals such as `xmlFree`. One line of C each. */
static inline void sw_xml_free(void *p) { if (p) xmlFree(p); }
static inline void sw_xml_check_version(void) { LIBXML_TEST_VERSION }
static inline const char *sw_xml_built_version(void) { return LIBXML_DOTTED_VERSION; }
static inline const char *sw_xml_runtime_version(void) { return xmlParserVersion; }

/* xmlError is `xmlError *` before 2.12 and `const xmlError *` since: hide it. */
typedef void (*sw_xml_error_fn)(void *ctx, int domain, int code, int level, int line, int column,
                                intptr_t element, const char *message);
struct sw_xml_error_sink { sw_xml_error_fn fn; void *ctx; };

/* Elements carry their number in the document, counted from 1, in `_private`; 0 = none. Every kind of node begins
   with `_private`, `type`, and has `parent` at the same place. */
static inline void sw_xml_set_number(xmlNodePtr n, intptr_t number) { n->_private = (void *)number; }
static inline intptr_t sw_xml_number(const void *node)
{
  const xmlNode *n = (const xmlNode *)node;
  while (n && n->type != XML_ELEMENT_NODE) n = n->type == XML_ATTRIBUTE_NODE || n->type == XML_TEXT_NODE ? n->parent : NULL;
  return n ? (intptr_t)n->_private : 0;
}
#if LIBXML_VERSION >= 21200
static inline void sw_xml_error_trampoline(void *user, const xmlError *e)
#else
static inline void sw_xml_error_trampoline(void *user, xmlErrorPtr e)
#endif
{
  struct sw_xml_error_sink *s = (struct sw_xml_error_sink *)user;
  if (s && e) s->fn(s->ctx, e->domain, e->code, (int)e->level, e->line, e->int2,
                    e->domain == XML_FROM_SCHEMASV ? sw_xml_number(e->node) : 0, e->message);
}

/* What has no parser to tell, such as a converter of encodings, tells the thread; else it writes to standard error. */
static inline void sw_xml_set_thread_sink(struct sw_xml_error_sink *s)
{ xmlSetStructuredErrorFunc(s, s ? sw_xml_error_trampoline : NULL); }

/* Per-parser-context error sink, without the thread-local global handler.
   2.13+: official API. Before: sax->serror is called with ctxt->userData, which must stay
   == ctxt for the default SAX2 tree builder, so carry the sink in ctxt->_private. */
#if LIBXML_VERSION >= 21300
static inline void sw_xml_ctxt_set_sink(xmlParserCtxtPtr c, struct sw_xml_error_sink *s)
{ c->_private = s; xmlCtxtSetErrorHandler(c, sw_xml_error_trampoline, s); }
#else
#if LIBXML_VERSION >= 21200
static inline void sw_xml_ctxt_trampoline(void *user, const xmlError *e)
#else
static inline void sw_xml_ctxt_trampoline(void *user, xmlErrorPtr e)
#endif
{ sw_xml_error_trampoline(((xmlParserCtxtPtr)user)->_private, e); }
static inline void sw_xml_ctxt_set_sink(xmlParserCtxtPtr c, struct sw_xml_error_sink *s)
{ c->_private = s; c->sax->serror = sw_xml_ctxt_trampoline; c->sax->initialized = XML_SAX2_MAGIC; }
#endif

/* What a parser without a tree calls with: the error sink first, as its error handler is given the same pointer. */
struct sw_xml_listener { struct sw_xml_error_sink errors; void *ctx; };
static inline void sw_xml_listen(xmlSAXHandler *h) { h->serror = sw_xml_error_trampoline; h->initialized = XML_SAX2_MAGIC; }

/* XML_PARSE_NO_XXE is only there from 2.13. */
#if LIBXML_VERSION >= 21300
static inline int sw_xml_parse_safe(void) { return XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NO_XXE; }
#else
static inline int sw_xml_parse_safe(void) { return XML_PARSE_NONET | XML_PARSE_BIG_LINES; }
#endif
#endif
