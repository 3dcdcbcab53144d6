using System.Runtime.InteropServices;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>A block in bytes, little-endian: its number of facts, its columns, then its lists. The number of the format is first: an older one is made again, never guessed.</summary>
internal static class EcritureDeBloc
{
    public const byte Format = 1;

    public static byte[] Ecrire(BlocDeFaits bloc)
    {
        using var sortie = new MemoryStream();
        using var plume = new BinaryWriter(sortie);
        plume.Write(Format);
        plume.Write(bloc.Nombre);
        Colonne(plume, bloc.Jours);
        Colonne(plume, bloc.Premiers);
        Colonne(plume, bloc.Seconds);
        Colonne(plume, bloc.Themes);
        foreach (var rangs in (ushort[][])[bloc.Auteurs, bloc.Organisations, bloc.Lieux, bloc.Communes, bloc.Departements, bloc.Residences, bloc.Etiquettes, bloc.Equipes])
        {
            Colonne(plume, rangs);
        }

        Colonne(plume, bloc.DebutsDesMarges);
        Colonne(plume, bloc.Marges);
        Colonne(plume, bloc.DebutsDesPersonnes);
        Colonne(plume, bloc.Personnes);
        Colonne(plume, bloc.Publics);
        Ids(plume, bloc.LesAuteurs);
        Ids(plume, bloc.LesOrganisations);
        foreach (var textes in (IReadOnlyList<string>[])[bloc.LesLieux, bloc.LesCommunes, bloc.LesDepartements, bloc.LesResidences])
        {
            plume.Write(textes.Count);
            foreach (var texte in textes)
            {
                plume.Write(texte);
            }
        }

        foreach (var listes in (IReadOnlyList<IReadOnlyList<Guid>>[])[bloc.LesEtiquettes, bloc.LesEquipes])
        {
            plume.Write(listes.Count);
            foreach (var liste in listes)
            {
                Ids(plume, liste);
            }
        }

        plume.Flush();
        return sortie.ToArray();
    }

    /// <exception cref="InvalidDataException">Another format, or bytes that are no block.</exception>
    public static BlocDeFaits Lire(byte[] octets)
    {
        using var plume = new BinaryReader(new MemoryStream(octets, writable: false));
        try
        {
            if (plume.ReadByte() != Format)
            {
                throw new InvalidDataException("Another format of block.");
            }

            var nombre = plume.ReadInt32();
            var jours = Colonne<ushort>(plume);
            return new()
            {
                Nombre = nombre,
                Bornes = BlocDeFaits.BornesDe(jours),
                Jours = jours,
                Premiers = Colonne<ulong>(plume),
                Seconds = Colonne<ulong>(plume),
                Themes = Colonne<uint>(plume),
                Auteurs = Colonne<ushort>(plume),
                Organisations = Colonne<ushort>(plume),
                Lieux = Colonne<ushort>(plume),
                Communes = Colonne<ushort>(plume),
                Departements = Colonne<ushort>(plume),
                Residences = Colonne<ushort>(plume),
                Etiquettes = Colonne<ushort>(plume),
                Equipes = Colonne<ushort>(plume),
                DebutsDesMarges = Colonne<int>(plume),
                Marges = Colonne<ushort>(plume),
                DebutsDesPersonnes = Colonne<int>(plume),
                Personnes = Colonne<int>(plume),
                Publics = Colonne<ushort>(plume),
                LesAuteurs = Ids(plume),
                LesOrganisations = Ids(plume),
                LesLieux = Textes(plume),
                LesCommunes = Textes(plume),
                LesDepartements = Textes(plume),
                LesResidences = Textes(plume),
                LesEtiquettes = Listes(plume),
                LesEquipes = Listes(plume),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("These bytes are no block.", e);
        }
    }

    private static void Colonne<T>(BinaryWriter plume, T[] colonne)
        where T : unmanaged
    {
        plume.Write(colonne.Length);
        plume.Write(MemoryMarshal.AsBytes<T>(colonne));
    }

    private static T[] Colonne<T>(BinaryReader plume)
        where T : unmanaged
    {
        var longueur = Longueur(plume, Marshal.SizeOf<T>());
        var colonne = GC.AllocateUninitializedArray<T>(longueur);
        plume.BaseStream.ReadExactly(MemoryMarshal.AsBytes(colonne.AsSpan()));
        return colonne;
    }

    // Never more than what is left to read: damaged bytes don't ask for all the memory.
    private static int Longueur(BinaryReader plume, int taille)
    {
        var longueur = plume.ReadInt32();
        return longueur >= 0 && (long)longueur * taille <= plume.BaseStream.Length - plume.BaseStream.Position ? longueur : throw new InvalidDataException("These bytes are no block.");
    }

    private static void Ids(BinaryWriter plume, IReadOnlyList<Guid> ids)
    {
        plume.Write(ids.Count);
        foreach (var id in ids)
        {
            plume.Write(id.ToByteArray());
        }
    }

    private static Guid[] Ids(BinaryReader plume)
    {
        var ids = new Guid[Longueur(plume, 16)];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = new Guid(plume.ReadBytes(16));
        }

        return ids;
    }

    // The same communes, places and organisations come back in every month: kept once in memory.
    private static string[] Textes(BinaryReader plume)
    {
        var textes = new string[Longueur(plume, 1)];
        for (var i = 0; i < textes.Length; i++)
        {
            textes[i] = string.Intern(plume.ReadString());
        }

        return textes;
    }

    private static Guid[][] Listes(BinaryReader plume)
    {
        var listes = new Guid[Longueur(plume, 4)][];
        for (var i = 0; i < listes.Length; i++)
        {
            listes[i] = Ids(plume);
        }

        return listes;
    }
}
