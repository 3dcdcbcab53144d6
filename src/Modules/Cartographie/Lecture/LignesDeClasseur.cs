using System.Xml;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>The rows of a workbook that may be damaged, cut or hostile: what goes wrong half-way is a sentence, in XLSX as in ODS.</summary>
internal static class LignesDeClasseur
{
    public static IEnumerable<LigneBrute> Prudentes(IEnumerable<LigneBrute> source)
    {
        // An iterator can't yield inside a try that catches.
        using var lignes = source.GetEnumerator();
        while (Avancer(lignes))
        {
            yield return lignes.Current;
        }
    }

    private static bool Avancer(IEnumerator<LigneBrute> lignes)
    {
        try
        {
            return lignes.MoveNext();
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new FichierIllisibleException("Le classeur contient une définition de document (DTD) : il est refusé.");
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new FichierIllisibleException("Le classeur est abîmé ou coupé : il ne peut pas être lu jusqu’au bout.");
        }
    }
}
