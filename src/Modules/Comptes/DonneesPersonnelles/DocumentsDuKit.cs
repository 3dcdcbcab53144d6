using System.IO.Compression;
using System.Text;
using System.Xml;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>The documents of the kit for an organisation without a data protection officer: read, filled, written as a page, a text or an OpenDocument file.</summary>
internal sealed class DocumentsDuKit(RegistreDesTraitements registre, IConfiguration configuration)
{
    private const string Registre = "registre";
    private const string Odf = "urn:oasis:names:tc:opendocument:xmlns:";

    /// <summary>Their keys, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Cles = [Registre, "affiche", "article-26", "article-28", "analyse-d-impact", "incident", "cse"];

    /// <summary>In large print: to be read on a wall.</summary>
    public static bool EnGrand(string cle) => cle == "affiche";

    public IReadOnlyList<Bloc> Lire(string cle, IReadOnlyDictionary<string, string> valeurs) => cle == Registre
        ? ExtraitDuRegistre(valeurs)
        : DocumentDuKit.Lire(File.ReadAllText(Path.Combine(Preparation.DossierDonneesLivrees(configuration), "rgpd", "kit", $"{cle}.md")), valeurs);

    private List<Bloc> ExtraitDuRegistre(IReadOnlyDictionary<string, string> valeurs)
    {
        var blocs = new List<Bloc>
        {
            Bloc.De(TypeDeBloc.Titre, MotsDonneesPersonnelles.T("Kit.registre")),
            Bloc.De(TypeDeBloc.Paragraphe, MotsDonneesPersonnelles.T("Kit.Extrait.Texte", valeurs["organisation"], valeurs["numero"], valeurs["jour"], MotsDonneesPersonnelles.Jour(registre.Version))),
        };
        foreach (var t in registre.Traitements)
        {
            blocs.Add(Bloc.De(TypeDeBloc.SousTitre, t.Etat == EtatDeTraitement.Prevu ? MotsDonneesPersonnelles.T("Kit.Extrait.Prevu", t.Nom) : t.Nom));
            blocs.Add(new Bloc(TypeDeBloc.Tableau, [],
            [
                [MotsDonneesPersonnelles.T("Kit.Extrait.Rubrique"), MotsDonneesPersonnelles.T("Kit.Extrait.Contenu")],
                .. new (string, string?)[]
                {
                    ("Finalite", t.Finalite), ("Responsable", t.Responsable), ("Base", $"{MotsDonneesPersonnelles.T("Registre.Base.Article", t.Base)} {t.ExplicationDeLaBase}"), ("Personnes", t.Personnes),
                    ("Donnees", string.Join(" ; ", t.Donnees)), ("Destinataires", string.Join(" ; ", t.Destinataires)), ("Transferts", t.Transferts), ("Conservation", $"{t.Conservation.Phrase}. {t.Conservation.Ensuite}"),
                    ("Securite", string.Join(" ; ", t.Securite)), ("Aipd", t.AnalyseDImpact),
                }
                    .Where(l => l.Item2 is not null).Select(l => (IReadOnlyList<string>)[MotsDonneesPersonnelles.T($"Registre.{l.Item1}"), l.Item2!]),
            ]));
        }

        return blocs;
    }

    public static byte[] EnTexte(IReadOnlyList<Bloc> blocs)
    {
        var texte = new StringBuilder();
        foreach (var bloc in blocs)
        {
            var mots = string.Concat(bloc.Morceaux.Select(m => m.Texte));
            texte.Append(bloc.Type switch
            {
                TypeDeBloc.Titre => $"{mots.ToUpperInvariant()}\n\n",
                TypeDeBloc.SousTitre or TypeDeBloc.Intertitre => $"\n{mots}\n{new string('-', mots.Length)}\n\n",
                TypeDeBloc.Puce => $"- {mots}\n",
                TypeDeBloc.Case => $"[ ] {mots}\n",
                TypeDeBloc.Tableau => string.Concat(bloc.Lignes!.Skip(1).Select(l => string.Concat(l.Select((c, i) => $"{bloc.Lignes![0][i]}\u00a0: {c}\n")) + "\n")),
                _ => $"{mots}\n\n",
            });
        }

        return Encoding.UTF8.GetBytes(texte.ToString());
    }

    /// <summary>A page that stands alone, to keep or to send.</summary>
    public static byte[] EnHtml(IReadOnlyList<Bloc> blocs, bool grand)
    {
        using var flux = new MemoryStream();
        flux.Write("<!doctype html>\n"u8);
        using (var xml = XmlWriter.Create(flux, new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("html");
            xml.WriteAttributeString("lang", "fr");
            xml.WriteStartElement("head");
            xml.WriteStartElement("meta");
            xml.WriteAttributeString("charset", "utf-8");
            xml.WriteEndElement();
            xml.WriteElementString("title", string.Concat(blocs[0].Morceaux.Select(m => m.Texte)));
            xml.WriteElementString("style", $"body{{font-family:sans-serif;max-width:45em;margin:2em auto;padding:0 1em;line-height:1.5;font-size:{(grand ? 24 : 16)}px}}table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid;padding:.4em;text-align:left;vertical-align:top}}");
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            xml.WriteStartElement("main");
            Corps(xml, blocs, (bloc, enListe) => (bloc.Type switch
            {
                TypeDeBloc.Titre => "h1",
                TypeDeBloc.SousTitre => "h2",
                TypeDeBloc.Intertitre => "h3",
                TypeDeBloc.Puce or TypeDeBloc.Case => "li",
                _ => "p",
            }, null, null), HtmlDeTableau, "ul", "strong", null);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return flux.ToArray();
    }

    /// <summary>An OpenDocument text, which word processors open and change.</summary>
    public static byte[] EnOdt(IReadOnlyList<Bloc> blocs, bool grand)
    {
        using var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First and not compressed: that's how the format is recognised.
            Entree(archive, "mimetype", CompressionLevel.NoCompression, s => s.Write("application/vnd.oasis.opendocument.text"u8));
            Entree(archive, "META-INF/manifest.xml", CompressionLevel.Optimal, s => s.Write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """u8));
            Entree(archive, "content.xml", CompressionLevel.Optimal, s => Contenu(s, blocs, grand));
        }

        return flux.ToArray();
    }

    private static void Contenu(Stream flux, IReadOnlyList<Bloc> blocs, bool grand)
    {
        var (office, style, fo, text, table) = ($"{Odf}office:1.0", $"{Odf}style:1.0", $"{Odf}xsl-fo-compatible:1.0", $"{Odf}text:1.0", $"{Odf}table:1.0");
        using var xml = XmlWriter.Create(flux, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("office", "document-content", office);
        foreach (var (prefixe, uri) in ((string, string)[])[("style", style), ("fo", fo), ("text", text), ("table", table)])
        {
            xml.WriteAttributeString("xmlns", prefixe, null, uri);
        }

        xml.WriteAttributeString("version", office, "1.3");
        xml.WriteStartElement("automatic-styles", office);
        Style("T1", "paragraph", grand ? 40 : 24, gras: true);
        Style("T2", "paragraph", grand ? 28 : 16, gras: true);
        Style("P", "paragraph", grand ? 20 : 11, gras: false);
        Style("G", "text", null, gras: true);
        xml.WriteEndElement();
        xml.WriteStartElement("body", office);
        xml.WriteStartElement("text", office);
        Corps(
            xml,
            blocs,
            (bloc, enListe) => bloc.Type switch
            {
                TypeDeBloc.Titre => ("h", "T1", "1"),
                TypeDeBloc.SousTitre => ("h", "T2", "2"),
                TypeDeBloc.Intertitre => ("h", "T2", "3"),
                _ => ("p", "P", null),
            },
            OdtDeTableau,
            "list",
            "span",
            text);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Style(string nom, string famille, int? taille, bool gras)
        {
            xml.WriteStartElement("style", style);
            xml.WriteAttributeString("name", style, nom);
            xml.WriteAttributeString("family", style, famille);
            if (famille == "paragraph")
            {
                xml.WriteStartElement("paragraph-properties", style);
                xml.WriteAttributeString("margin-bottom", fo, "0.25cm");
                xml.WriteEndElement();
            }

            xml.WriteStartElement("text-properties", style);
            if (taille is { } points)
            {
                xml.WriteAttributeString("font-size", fo, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{points}pt"));
            }

            if (gras)
            {
                xml.WriteAttributeString("font-weight", fo, "bold");
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        void OdtDeTableau(XmlWriter _, Bloc bloc)
        {
            xml.WriteStartElement("table", table);
            xml.WriteStartElement("table-column", table);
            xml.WriteAttributeString("number-columns-repeated", table, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bloc.Lignes![0].Count}"));
            xml.WriteEndElement();
            foreach (var ligne in bloc.Lignes!)
            {
                xml.WriteStartElement("table-row", table);
                foreach (var cellule in ligne)
                {
                    xml.WriteStartElement("table-cell", table);
                    xml.WriteStartElement("p", text);
                    xml.WriteAttributeString("style-name", text, ReferenceEquals(ligne, bloc.Lignes[0]) ? "T2" : "P");
                    xml.WriteString(cellule);
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    /// <summary>The parts in their order, lists opened and closed around their items. One walk for both formats.</summary>
    private static void Corps(XmlWriter xml, IReadOnlyList<Bloc> blocs, Func<Bloc, bool, (string Balise, string? Style, string? Niveau)> balise, Action<XmlWriter, Bloc> tableau, string liste, string gras, string? espace)
    {
        var enListe = false;
        foreach (var bloc in blocs)
        {
            var item = bloc.Type is TypeDeBloc.Puce or TypeDeBloc.Case;
            if (item != enListe)
            {
                Basculer(item);
            }

            if (bloc.Type == TypeDeBloc.Tableau)
            {
                tableau(xml, bloc);
                continue;
            }

            if (item && espace is not null)
            {
                xml.WriteStartElement("list-item", espace);
            }

            var (nom, style, niveau) = balise(bloc, item);
            xml.WriteStartElement(nom, espace);
            if (style is not null)
            {
                xml.WriteAttributeString("style-name", espace, style);
            }

            if (niveau is not null)
            {
                xml.WriteAttributeString("outline-level", espace, niveau);
            }

            if (bloc.Type == TypeDeBloc.Case)
            {
                xml.WriteString("☐ ");
            }

            foreach (var morceau in bloc.Morceaux)
            {
                if (!morceau.Gras)
                {
                    xml.WriteString(morceau.Texte);
                    continue;
                }

                xml.WriteStartElement(gras, espace);
                if (espace is not null)
                {
                    xml.WriteAttributeString("style-name", espace, "G");
                }

                xml.WriteString(morceau.Texte);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            if (item && espace is not null)
            {
                xml.WriteEndElement();
            }
        }

        if (enListe)
        {
            Basculer(false);
        }

        void Basculer(bool ouvrir)
        {
            enListe = ouvrir;
            if (ouvrir)
            {
                xml.WriteStartElement(liste, espace);
            }
            else
            {
                xml.WriteEndElement();
            }
        }
    }

    private static void HtmlDeTableau(XmlWriter xml, Bloc bloc)
    {
        xml.WriteStartElement("table");
        foreach (var ligne in bloc.Lignes!)
        {
            xml.WriteStartElement("tr");
            foreach (var cellule in ligne)
            {
                xml.WriteElementString(ReferenceEquals(ligne, bloc.Lignes[0]) ? "th" : "td", cellule);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Entree(ZipArchive archive, string nom, CompressionLevel niveau, Action<Stream> ecrire)
    {
        using var flux = archive.CreateEntry(nom, niveau).Open();
        ecrire(flux);
    }
}
