// SPDX-License-Identifier: Apache-2.0
#include "format/xml_schema.h"

#include <new>
#include <stdexcept>

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/psvi/XSAttributeDeclaration.hpp>
#include <xercesc/framework/psvi/XSAttributeUse.hpp>
#include <xercesc/framework/psvi/XSComplexTypeDefinition.hpp>
#include <xercesc/framework/psvi/XSElementDeclaration.hpp>
#include <xercesc/framework/psvi/XSModel.hpp>
#include <xercesc/framework/psvi/XSModelGroup.hpp>
#include <xercesc/framework/psvi/XSNamedMap.hpp>
#include <xercesc/framework/psvi/XSParticle.hpp>
#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>
#include <xercesc/framework/XMLErrorCodes.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/framework/XMLValidityCodes.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax/Locator.hpp>
#include <xercesc/sax2/Attributes.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/TransService.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/datatype/DatatypeValidator.hpp>
#include <xercesc/validators/schema/SchemaSymbols.hpp>

#include "base/text.h"
#include "format/xml_platform.h"
#include "format/xml_reading.h"

namespace cadran::format {

namespace {

namespace xerces = XERCES_CPP_NAMESPACE;

constexpr int greatest_schema_depth = 64;

xerces::MemBufInputSource source_of(std::string_view bytes) {
    return {reinterpret_cast<const XMLByte*>(bytes.data()), bytes.size(), "memory"};
}

bool is_valid(xerces::DatatypeValidator& validator, const std::string& value) {
    const xerces::TranscodeFromStr text(reinterpret_cast<const XMLByte*>(value.data()), value.size(),
                                        "UTF-8");
    try {
        validator.validate(text.str(), nullptr);
        return true;
    } catch (const xerces::XMLException&) {
        return false;
    }
}

XmlType type_of(xerces::XSSimpleTypeDefinition& definition) {
    XmlType type{utf8(definition.getName()), {}, {}};
    if (const xerces::StringList* allowed = definition.getLexicalEnumeration()) {
        for (XMLSize_t i = 0; i < allowed->size(); ++i) type.allowed.push_back(utf8(allowed->elementAt(i)));
    }
    xerces::DatatypeValidator* validator = definition.getDatatypeValidator();
    type.accepts = [validator](const std::string& value) { return is_valid(*validator, value); };
    return type;
}

XmlRule rule_of(xerces::XSElementDeclaration& declaration, int depth);

void add_attributes(XmlRule& rule, xerces::XSComplexTypeDefinition& type) {
    xerces::XSAttributeUseList* uses = type.getAttributeUses();
    for (XMLSize_t i = 0; uses != nullptr && i < uses->size(); ++i) {
        xerces::XSAttributeUse* use = uses->elementAt(i);
        xerces::XSAttributeDeclaration* attribute = use->getAttrDeclaration();
        rule.attributes.push_back(
            {utf8(attribute->getName()), use->getRequired(), type_of(*attribute->getTypeDefinition())});
    }
}

void add_children(XmlRule& rule, xerces::XSParticle& particle, int depth) {
    if (particle.getTermType() != xerces::XSParticle::TERM_MODELGROUP || particle.getMaxOccurs() != 1 ||
        particle.getModelGroupTerm()->getCompositor() != xerces::XSModelGroup::COMPOSITOR_SEQUENCE) {
        throw std::logic_error("only sequences are understood in the schema of " + rule.name);
    }
    xerces::XSParticleList* parts = particle.getModelGroupTerm()->getParticles();
    for (XMLSize_t i = 0; i < parts->size(); ++i) {
        xerces::XSParticle* part = parts->elementAt(i);
        if (part->getTermType() != xerces::XSParticle::TERM_ELEMENT) {
            throw std::logic_error("only elements are understood in the sequence of " + rule.name);
        }
        rule.children.push_back({rule_of(*part->getElementTerm(), depth + 1), part->getMinOccurs(),
                                 part->getMaxOccursUnbounded() ? std::string::npos : part->getMaxOccurs()});
    }
}

XmlRule rule_of(xerces::XSElementDeclaration& declaration, int depth) {
    XmlRule rule;
    rule.name = utf8(declaration.getName());
    if (depth > greatest_schema_depth) throw std::logic_error("the schema of " + rule.name + " is recursive");
    xerces::XSTypeDefinition* type = declaration.getTypeDefinition();
    if (type->getTypeCategory() == xerces::XSTypeDefinition::SIMPLE_TYPE) {
        rule.text = type_of(static_cast<xerces::XSSimpleTypeDefinition&>(*type));
        return rule;
    }
    auto& complex = static_cast<xerces::XSComplexTypeDefinition&>(*type);
    add_attributes(rule, complex);
    switch (complex.getContentType()) {
        case xerces::XSComplexTypeDefinition::CONTENTTYPE_EMPTY: break;
        case xerces::XSComplexTypeDefinition::CONTENTTYPE_SIMPLE:
            rule.text = type_of(*complex.getSimpleType());
            break;
        case xerces::XSComplexTypeDefinition::CONTENTTYPE_ELEMENT:
            add_children(rule, *complex.getParticle(), depth);
            break;
        case xerces::XSComplexTypeDefinition::CONTENTTYPE_MIXED:
            throw std::logic_error("mixed content is not understood in the schema of " + rule.name);
    }
    return rule;
}

// What the parser tells in its ordinary way.
class ReadingEvents final : public xerces::DefaultHandler {
  public:
    ReadingEvents(XmlReading& reading, const XmlSchema::Parts& parts) : reading_(reading), parts_(parts) {}

    XmlPosition position() const {
        return {static_cast<std::size_t>(locator_->getLineNumber()),
                static_cast<std::size_t>(locator_->getColumnNumber())};
    }

    void setDocumentLocator(const xerces::Locator* locator) override { locator_ = locator; }

    void startElement(const XMLCh* uri, const XMLCh* local_name, const XMLCh*,
                      const xerces::Attributes& attributes) override {
        const std::string name_space = utf8(uri);
        if (name_space_.empty()) name_space_ = name_space;
        XmlElement element{utf8(local_name), {}, {}, {}, {}};
        if (name_space != name_space_) element.name = "{" + name_space + "}" + element.name;
        std::string instruction;
        for (XMLSize_t i = 0; i < attributes.getLength(); ++i) {
            const std::string attribute = utf8(attributes.getQName(i));
            if (xerces::XMLString::equals(attributes.getURI(i), xerces::SchemaSymbols::fgURI_XSI)) {
                instruction = attribute;
            }
            element.attributes.push_back({attribute, utf8(attributes.getValue(i)), {}});
        }
        reading_.open(std::move(element), name_space, instruction);
    }

    void endElement(const XMLCh*, const XMLCh*, const XMLCh*) override { reading_.close(); }
    void characters(const XMLCh* text, XMLSize_t length) override { reading_.add_text(utf8(text, length)); }
    void processingInstruction(const XMLCh* target, const XMLCh*) override {
        reading_.refuse_instruction(utf8(target), position());
    }
    // The parser owns what it is given.
    xerces::InputSource* resolveEntity(const XMLCh*, const XMLCh* name) override {
        const auto part = parts_.find(utf8(name));
        if (part == parts_.end()) reading_.refuse_entity();
        return std::make_unique<xerces::MemBufInputSource>(
                   reinterpret_cast<const XMLByte*>(part->second.data()), part->second.size(), name)
            .release();
    }

  private:
    XmlReading& reading_;
    const XmlSchema::Parts& parts_;
    const xerces::Locator* locator_ = nullptr;
    std::string name_space_;  // of the root
};

using Features = std::initializer_list<std::pair<const XMLCh*, bool>>;

// The library's reader, which alone knows the numbers of its messages and hears of every document type.
class Parser final : public xerces::SAX2XMLReaderImpl {
  public:
    Parser(xerces::XMLGrammarPool& pool, XmlReading& reading, const XmlSchema::Parts& parts)
        : SAX2XMLReaderImpl(xerces::XMLPlatformUtils::fgMemoryManager, &pool),
          reading_(reading),
          events_(reading, parts) {
        for (const auto& [feature, value] : Features{
                 {xerces::XMLUni::fgSAX2CoreNameSpaces, true},
                 {xerces::XMLUni::fgSAX2CoreValidation, true},
                 {xerces::XMLUni::fgXercesDynamic, false},
                 {xerces::XMLUni::fgXercesSchema, true},
                 {xerces::XMLUni::fgXercesUseCachedGrammarInParse, true},
                 {xerces::XMLUni::fgXercesLoadSchema, false},
                 {xerces::XMLUni::fgXercesLoadExternalDTD, false},
                 {xerces::XMLUni::fgXercesDisableDefaultEntityResolution, true},
             }) {
            setFeature(feature, value);
        }
        setContentHandler(&events_);
        setErrorHandler(&events_);
        setLexicalHandler(&events_);
        setEntityResolver(&events_);
    }

    void XMLDecl(const XMLCh* version, const XMLCh* encoding, const XMLCh*, const XMLCh*) override {
        reading_.declare(utf8(version), utf8(encoding));
    }

    void doctypeDecl(const xerces::DTDElementDecl&, const XMLCh*, const XMLCh*, bool, bool) override {
        reading_.refuse_document_type(events_.position());
    }

    void error(unsigned int code, const XMLCh* domain, ErrTypes type, const XMLCh* text, const XMLCh*,
               const XMLCh*, XMLFileLoc line, XMLFileLoc column) override {
        const XmlPosition position{static_cast<std::size_t>(line), static_cast<std::size_t>(column)};
        if (is_stray_text(domain, code)) {
            reading_.report_stray_text();
        } else if (type == ErrType_Error) {
            reading_.report_invalid(utf8(text), position);
        } else if (type == ErrType_Fatal) {
            reading_.report_malformed(kind_of(domain, code), utf8(text), position);
        }
    }

  private:
    static bool is_stray_text(const XMLCh* domain, unsigned int code) {
        return code == xerces::XMLValid::NoCharDataInCM &&
               xerces::XMLString::equals(domain, xerces::XMLUni::fgValidityDomain);
    }

    static XmlReading::Malformed kind_of(const XMLCh* domain, unsigned int code) {
        using enum XmlReading::Malformed;
        if (!xerces::XMLString::equals(domain, xerces::XMLUni::fgXMLErrDomain)) return other;
        switch (code) {
            case xerces::XMLErrs::ExpectedEndOfTagX: return mismatch;
            case xerces::XMLErrs::AttrAlreadyUsedInSTag: return repeated_attribute;
            case xerces::XMLErrs::ExpectedEntityRefName:
            case xerces::XMLErrs::UnterminatedEntityRef: return reference;
            case xerces::XMLErrs::UnknownPrefix: return prefix;
            case xerces::XMLErrs::EntityNotFound: return entity;
            case xerces::XMLErrs::UnsupportedXMLVersion: return version;
            default: return other;
        }
    }

    XmlReading& reading_;
    ReadingEvents events_;
};

// What is in the way of parsing at all.
std::optional<Diagnostic> fault_of_bytes(std::string_view bytes, const std::string& file_name) {
    if (bytes.size() > greatest_xml_file) {
        return Diagnostic{
            {file_name},
            {"format.xml_too_large", {{"limit", static_cast<std::int64_t>(greatest_xml_file >> 20)}}},
            Message{"format.xml_start_anew"}};
    }
    std::size_t offset = 0;
    while (offset < bytes.size()) {
        std::size_t length = 1;
        while (length <= 4 && !is_utf8(bytes.substr(offset, length))) ++length;
        if (length > 4) {
            return Diagnostic{XmlLocator(bytes, file_name).place_of(offset),
                              {"format.xml_not_utf8"},
                              Message{"format.xml_save_as_utf8"}};
        }
        offset += length;
    }
    if (trimmed(bytes).empty()) {
        return Diagnostic{{file_name, 1, 1}, {"format.xml_empty"}, Message{"format.xml_start_anew"}};
    }
    return {};
}

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
}

}  // namespace

struct XmlSchema::Grammar {
    XmlPlatform platform;
    xerces::XMLGrammarPoolImpl pool;
    XmlForms forms;
    XmlRule rule;
    std::string name_space;

    Grammar(std::string_view xsd, XmlForms given, const Parts& parts) : forms(std::move(given)) {
        load(xsd, parts);
        pool.lockPool();
        bool changed = false;
        auto* elements = pool.getXSModel(changed)->getComponents(xerces::XSConstants::ELEMENT_DECLARATION);
        if (elements->getLength() != 1) throw std::logic_error("a schema has one global element");
        auto& root = static_cast<xerces::XSElementDeclaration&>(*elements->item(0));
        rule = rule_of(root, 1);
        name_space = utf8(root.getNamespace());
    }

    void load(std::string_view xsd, const Parts& parts) {
        XmlReading reading(xsd, "schema", "schema", {});
        Parser parser(pool, reading, parts);
        parser.setFeature(xerces::XMLUni::fgXercesSchemaFullChecking, true);
        const xerces::MemBufInputSource source = source_of(xsd);
        const xerces::Grammar* loaded = parser.loadGrammar(source, xerces::Grammar::SchemaGrammarType, true);
        if (loaded == nullptr || !reading.faults().empty() || !reading.objections().empty()) {
            throw std::logic_error("the schema is not valid");
        }
    }
};

XmlSchema::XmlSchema(std::string_view xsd, XmlForms forms, const Parts& parts)
    : grammar_(std::make_unique<Grammar>(xsd, std::move(forms), parts)) {}

XmlSchema::~XmlSchema() = default;

Result<XmlDocument> XmlSchema::read(std::string_view bytes, const std::string& file_name) const {
    bytes = without_mark(bytes);
    if (auto fault = fault_of_bytes(bytes, file_name)) return invalid(Diagnostics{std::move(*fault)});
    XmlReading reading(bytes, file_name, grammar_->rule.name, grammar_->name_space);
    try {
        static const Parts no_parts;
        Parser parser(grammar_->pool, reading, no_parts);
        xerces::MemBufInputSource source = source_of(bytes);
        source.setEncoding(xerces::XMLUni::fgUTF8EncodingString);
        parser.parse(source);
    } catch (const XmlRefused&) {
        return invalid(reading.faults());
    } catch (const xerces::XMLException& exception) {
        reading.report_malformed(XmlReading::Malformed::other, utf8(exception.getMessage()), {});
    } catch (const xerces::OutOfMemoryException&) {
        throw std::bad_alloc();
    }
    if (!reading.faults().empty()) return invalid(reading.faults());

    XmlJudge judge(grammar_->forms);
    judge.judge(reading.root(), grammar_->rule);
    Diagnostics faults = std::move(judge.structure);
    faults.insert(faults.end(), reading.stray_texts().begin(), reading.stray_texts().end());
    if (faults.empty() && judge.values.empty()) faults = reading.objections();
    if (faults.empty()) return XmlDocument{std::move(reading.root()), std::move(judge.values)};
    faults.insert(faults.end(), judge.values.begin(), judge.values.end());
    return invalid(std::move(faults));
}

Result<XmlDocument> XmlSchema::judge(XmlElement root) const {
    XmlJudge judge(grammar_->forms);
    judge.judge(root, grammar_->rule);
    if (judge.structure.empty()) return XmlDocument{std::move(root), std::move(judge.values)};
    judge.structure.insert(judge.structure.end(), judge.values.begin(), judge.values.end());
    return invalid(std::move(judge.structure));
}

}  // namespace cadran::format
