using System.Globalization;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>A workbook (ECMA-376), straight to a stream that is only written forward: texts are in their cells, so that no table of them grows in memory.</summary>
internal sealed class EcritureXlsx(Stream sortie) : EcritureDeTableur
{
    /// <summary>Lines of a sheet; what follows goes on, on another one.</summary>
    private const int LignesMax = 1_048_576;

    private const string Entete = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Principal = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Liens = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Paquet = "http://schemas.openxmlformats.org/package/2006";

    private static readonly DateOnly Origine = new(1899, 12, 30);

    private readonly ArchiveEnFlux _archive = ArchiveEnFlux.Vers(sortie);
    private readonly NomsDeFeuilles _noms = new();
    private readonly List<string> _feuilles = [];
    private PartieXml? _feuille;
    private IReadOnlyList<string> _colonnes = [];
    private string _voulu = "";
    private int _lignes;

    public override async Task FeuilleAsync(string nom, IReadOnlyList<string> colonnes, CancellationToken annulation)
    {
        await FermerAsync(annulation);
        (_voulu, _colonnes, _lignes) = (nom, colonnes, 1);
        _feuilles.Add(_noms.Donner(nom));
        _feuille = _archive.Ouvrir($"xl/worksheets/sheet{_feuilles.Count}.xml");
        // The names of the columns stay in sight.
        _feuille.Ajouter($"{Entete}<worksheet xmlns=\"{Principal}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData><row>");
        foreach (var colonne in colonnes)
        {
            Texte(colonne, " s=\"3\"");
        }

        _feuille.Ajouter("</row>");
    }

    public override async Task LigneAsync(IReadOnlyList<CelluleDeTableur> cellules, CancellationToken annulation)
    {
        if (++_lignes > LignesMax)
        {
            await FeuilleAsync(_voulu, _colonnes, annulation);
            _lignes++;
        }

        _feuille!.Ajouter("<row>");
        foreach (var cellule in cellules)
        {
            switch (cellule)
            {
                case { Texte: { } texte }:
                    Texte(texte, "");
                    break;
                case { Jour: { } jour }:
                    _feuille.Ajouter($"<c s=\"1\"><v>{(jour.DayNumber - Origine.DayNumber).ToString(CultureInfo.InvariantCulture)}</v></c>");
                    break;
                case { Nombre: { } nombre }:
                    _feuille.Ajouter($"<c{(cellule.EstUnePart ? " s=\"2\"" : "")}><v>{nombre.ToString("R", CultureInfo.InvariantCulture)}</v></c>");
                    break;
                default:
                    _feuille.Ajouter("<c/>");
                    break;
            }
        }

        _feuille.Ajouter("</row>");
        await _feuille.AuBesoinAsync(annulation);
    }

    public override async Task FinirAsync(CancellationToken annulation)
    {
        await FermerAsync(annulation);
        var rangs = Enumerable.Range(1, _feuilles.Count).ToList();
        await _archive.EcrireAsync("xl/styles.xml", $"{Entete}<styleSheet xmlns=\"{Principal}\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>", annulation);
        var classeur = _archive.Ouvrir("xl/workbook.xml");
        classeur.Ajouter($"{Entete}<workbook xmlns=\"{Principal}\" xmlns:r=\"{Liens}\"><sheets>");
        foreach (var rang in rangs)
        {
            classeur.Ajouter("<sheet name=\"").Texte(_feuilles[rang - 1]).Ajouter($"\" sheetId=\"{rang}\" r:id=\"rId{rang}\"/>");
        }

        classeur.Ajouter("</sheets></workbook>");
        await classeur.FermerAsync(annulation);
        await _archive.EcrireAsync("xl/_rels/workbook.xml.rels", $"{Entete}<Relationships xmlns=\"{Paquet}/relationships\">{string.Concat(rangs.Select(r => $"<Relationship Id=\"rId{r}\" Type=\"{Liens}/worksheet\" Target=\"worksheets/sheet{r}.xml\"/>"))}<Relationship Id=\"rId{rangs.Count + 1}\" Type=\"{Liens}/styles\" Target=\"styles.xml\"/></Relationships>", annulation);
        await _archive.EcrireAsync("_rels/.rels", $"{Entete}<Relationships xmlns=\"{Paquet}/relationships\"><Relationship Id=\"rId1\" Type=\"{Liens}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", annulation);
        const string Natures = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        await _archive.EcrireAsync("[Content_Types].xml", $"{Entete}<Types xmlns=\"{Paquet}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Natures}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Natures}.styles+xml\"/>{string.Concat(rangs.Select(r => $"<Override PartName=\"/xl/worksheets/sheet{r}.xml\" ContentType=\"{Natures}.worksheet+xml\"/>"))}</Types>", annulation);
        await _archive.FinirAsync(annulation);
    }

    // Nothing is open but the stream of who asks.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Texte(string texte, string style) => _feuille!.Ajouter($"<c{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">").Texte(Permis(texte)).Ajouter("</t></is></c>");

    private async Task FermerAsync(CancellationToken annulation)
    {
        if (_feuille is { } ouverte)
        {
            ouverte.Ajouter("</sheetData></worksheet>");
            await ouverte.FermerAsync(annulation);
            _feuille = null;
        }
    }
}
