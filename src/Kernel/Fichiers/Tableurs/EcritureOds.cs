using System.Globalization;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>An OpenDocument spreadsheet (ISO 26300), straight to a stream that is only written forward: all its sheets are one part of the archive.</summary>
internal sealed class EcritureOds : EcritureDeTableur
{
    private const string NatureDuFichier = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Entete = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Espaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

    private readonly ArchiveEnFlux _archive;
    private readonly NomsDeFeuilles _noms = new();
    private readonly PartieXml _contenu;
    private bool _ouverte;

    private EcritureOds(ArchiveEnFlux archive, PartieXml contenu) => (_archive, _contenu) = (archive, contenu);

    public static async Task<EcritureOds> CommencerAsync(Stream sortie, CancellationToken annulation)
    {
        var archive = ArchiveEnFlux.Vers(sortie);
        // First, and not compressed: that is how the file is known for what it is.
        await archive.EcrireAsync("mimetype", NatureDuFichier, annulation, comprimee: false);
        await archive.EcrireAsync("META-INF/manifest.xml", $"{Entete}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"{NatureDuFichier}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>", annulation);
        var contenu = archive.Ouvrir("content.xml");
        contenu.Ajouter($"{Entete}<office:document-content {Espaces} office:version=\"1.3\"><office:automatic-styles>"
            + "<number:date-style style:name=\"Nj\"><number:day number:style=\"long\"/><number:text>/</number:text><number:month number:style=\"long\"/><number:text>/</number:text><number:year number:style=\"long\"/></number:date-style>"
            + "<number:percentage-style style:name=\"Np\"><number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>"
            + "<style:style style:name=\"j\" style:family=\"table-cell\" style:data-style-name=\"Nj\"/><style:style style:name=\"p\" style:family=\"table-cell\" style:data-style-name=\"Np\"/>"
            + "<style:style style:name=\"e\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
            + "</office:automatic-styles><office:body><office:spreadsheet>");
        return new(archive, contenu);
    }

    public override Task FeuilleAsync(string nom, IReadOnlyList<string> colonnes, CancellationToken annulation)
    {
        FermerLaFeuille();
        _ouverte = true;
        _contenu.Ajouter("<table:table table:name=\"").Texte(_noms.Donner(nom)).Ajouter("\"><table:table-header-rows><table:table-row>");
        foreach (var colonne in colonnes)
        {
            Texte(colonne, " table:style-name=\"e\"");
        }

        _contenu.Ajouter("</table:table-row></table:table-header-rows>");
        return _contenu.AuBesoinAsync(annulation);
    }

    public override Task LigneAsync(IReadOnlyList<CelluleDeTableur> cellules, CancellationToken annulation)
    {
        _contenu.Ajouter("<table:table-row>");
        foreach (var cellule in cellules)
        {
            switch (cellule)
            {
                case { Texte: { } texte }:
                    Texte(texte, "");
                    break;
                case { Jour: { } jour }:
                    _contenu.Ajouter($"<table:table-cell table:style-name=\"j\" office:value-type=\"date\" office:date-value=\"{jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"/>");
                    break;
                case { Nombre: { } nombre }:
                    var valeur = nombre.ToString("R", CultureInfo.InvariantCulture);
                    _contenu.Ajouter(cellule.EstUnePart
                        ? $"<table:table-cell table:style-name=\"p\" office:value-type=\"percentage\" office:value=\"{valeur}\"/>"
                        : $"<table:table-cell office:value-type=\"float\" office:value=\"{valeur}\"/>");
                    break;
                default:
                    _contenu.Ajouter("<table:table-cell/>");
                    break;
            }
        }

        _contenu.Ajouter("</table:table-row>");
        return _contenu.AuBesoinAsync(annulation);
    }

    public override async Task FinirAsync(CancellationToken annulation)
    {
        FermerLaFeuille();
        _contenu.Ajouter("</office:spreadsheet></office:body></office:document-content>");
        await _contenu.FermerAsync(annulation);
        await _archive.FinirAsync(annulation);
    }

    // Nothing is open but the stream of who asks.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void FermerLaFeuille()
    {
        if (_ouverte)
        {
            _contenu.Ajouter("</table:table>");
            _ouverte = false;
        }
    }

    // A line of the text is a paragraph of the cell; spaces that follow one another are counted, since XML keeps one.
    private void Texte(string texte, string style)
    {
        _contenu.Ajouter($"<table:table-cell{style} office:value-type=\"string\">");
        foreach (var ligne in Permis(texte).Split('\n'))
        {
            _contenu.Ajouter("<text:p>");
            var reste = ligne.AsSpan().TrimEnd('\r');
            while (reste.IndexOf("  ", StringComparison.Ordinal) is >= 0 and var i)
            {
                var suite = reste[i..].IndexOfAnyExcept(' ');
                var nombre = suite < 0 ? reste.Length - i : suite;
                _contenu.Texte(reste[..i]).Ajouter($"<text:s text:c=\"{nombre.ToString(CultureInfo.InvariantCulture)}\"/>");
                reste = reste[(i + nombre)..];
            }

            _contenu.Texte(reste).Ajouter("</text:p>");
        }

        _contenu.Ajouter("</table:table-cell>");
    }
}
