using System.Xml.Linq;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FaireAvec.Kernel.Securite;

/// <summary>Data Protection keys in the database, so that every node reads what another one protected.</summary>
internal sealed class ClesEnBase(Base donnees) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var commande = donnees.Application.CreateCommand("SELECT xml FROM noyau.cles_protection");
        using var lignes = commande.ExecuteReader();
        var cles = new List<XElement>();
        while (lignes.Read())
        {
            cles.Add(XElement.Parse(lignes.GetString(0)));
        }

        return cles;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var commande = donnees.Application.CreateCommand("INSERT INTO noyau.cles_protection (nom, xml) VALUES ($1, $2)");
        commande.Parameters.AddWithValue(friendlyName);
        commande.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        commande.ExecuteNonQuery();
    }
}
